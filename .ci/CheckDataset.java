import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks the dataset that a demo has written: {@code java -cp 'app/target/lib/*' .ci/CheckDataset.java FOLDER}. Says what is
 * wrong, one line each, and ends with exit code 1, or says how many rows it has read.
 */
final class CheckDataset {

    private static final String MESSAGES = "grip-rehearsal-messages.jsonl";
    private static final String ALPACA = "grip-rehearsal-alpaca.jsonl";
    private static final String INFO = "dataset_info.json";
    private static final String README = "README.md";

    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final List<String> faults = new ArrayList<>();
    private final Path folder;

    private CheckDataset(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: CheckDataset FOLDER");
            System.exit(2);
        }
        CheckDataset check = new CheckDataset(Path.of(arguments[0]));
        int rows = check.run();
        check.faults.forEach(System.err::println);
        if (!check.faults.isEmpty()) {
            System.exit(1);
        }
        System.out.println(rows + " rows in " + MESSAGES + " and in " + ALPACA + ", each one marked rehearsal");
    }

    private int run() throws IOException {
        for (String name : List.of(MESSAGES, ALPACA, INFO, README)) {
            expect(Files.isRegularFile(folder.resolve(name)), name + " is missing in " + folder);
        }
        if (!faults.isEmpty()) {
            return 0;
        }
        int messages = rows(MESSAGES);
        int alpaca = rows(ALPACA);
        expect(messages == alpaca, MESSAGES + " has " + messages + " rows but " + ALPACA + " has " + alpaca);
        checkInfo();
        expect(Files.readString(folder.resolve(README)).contains("rehearsal"), README + " does not say rehearsal");
        return messages;
    }

    private int rows(String name) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(name));
        expect(!lines.isEmpty(), name + " has no row");
        for (int i = 0; i < lines.size(); i++) {
            String place = name + " line " + (i + 1);
            JsonNode row = parse(lines.get(i), place);
            expect(row.isObject(), place + " is no JSON object");
            checkLabels(row, place);
            if (name.equals(MESSAGES)) {
                checkMessages(row.path("messages"), place);
            } else {
                checkText(row.path("instruction"), place + " instruction");
                checkAnswer(row.path("output"), place + " output");
            }
        }
        return lines.size();
    }

    private void checkLabels(JsonNode row, String place) {
        expect(row.path("rehearsal").isBoolean() && row.path("rehearsal").asBoolean(), place + " has no \"rehearsal\": true");
        expect(row.path("grip").isObject() && !row.path("grip").isEmpty(), place + " has no provenance in \"grip\"");
    }

    private void checkMessages(JsonNode messages, String place) {
        int last = messages.size() - 1;
        expect(last >= 1, place + " has fewer than two messages");
        expect(messages.path(last - 1).path("role").asText().equals("user"), place + " has no problem from the user");
        expect(messages.path(last).path("role").asText().equals("assistant"), place + " has no solution from the assistant");
        checkText(messages.path(last - 1).path("content"), place + " user message");
        checkAnswer(messages.path(last).path("content"), place + " assistant message");
    }

    private void checkInfo() throws IOException {
        JsonNode info = parse(Files.readString(folder.resolve(INFO)), INFO);
        List<String> files = new ArrayList<>();
        info.forEach(entry -> files.add(entry.path("file_name").asText()));
        expect(files.contains(MESSAGES) || files.contains(ALPACA), INFO + " names neither " + MESSAGES + " nor " + ALPACA);
        files.forEach(file -> expect(
                !file.isEmpty() && Files.isRegularFile(folder.resolve(file)), INFO + " names a missing file: '" + file + "'"));
    }

    private void checkAnswer(JsonNode text, String place) {
        checkText(text, place);
        expect(text.asText().contains("\\boxed{"), place + " has no \\boxed{} answer");
    }

    private void checkText(JsonNode text, String place) {
        expect(text.isTextual() && !text.asText().isBlank(), place + " is empty");
    }

    private JsonNode parse(String text, String place) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            faults.add(place + " is not JSON: " + e.getOriginalMessage());
            return json.createObjectNode();
        }
    }

    private void expect(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
