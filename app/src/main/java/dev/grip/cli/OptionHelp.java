package dev.grip.cli;

import java.lang.reflect.Field;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How a command's help lists its options: its own first, then those that every command has. */
final class OptionHelp {

    private OptionHelp() {}

    /** Sets the layout of this command and all below it. */
    static void install(CommandLine line) {
        var sections = line.getHelpSectionMap();
        sections.put(UsageMessageSpec.SECTION_KEY_SYNOPSIS, Help::abbreviatedSynopsis);
        sections.put(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST, help -> "");
        sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, OptionHelp::options);
        line.setHelpSectionMap(sections);
        line.getSubcommands().values().forEach(OptionHelp::install);
    }

    private static String options(Help help) {
        return block(help, "%nOptions:%n", option -> !common(option))
                + block(help, "%nCommon options:%n", OptionHelp::common);
    }

    private static boolean common(ArgSpec option) {
        return option.userObject() instanceof Field field && field.getDeclaringClass() == Common.class;
    }

    private static String block(Help help, String heading, Predicate<ArgSpec> wanted) {
        var options = help.commandSpec().options().stream().filter(wanted).toList();
        var parameters = help.commandSpec().positionalParameters().stream()
                .filter(wanted)
                .toList();
        if (options.isEmpty() && parameters.isEmpty()) {
            return "";
        }
        var layout = help.createDefaultLayout(options, parameters, help.colorScheme());
        layout.addPositionalParameters(parameters, help.parameterLabelRenderer());
        layout.addOptions(options, help.parameterLabelRenderer());
        return String.format(heading) + layout;
    }
}
