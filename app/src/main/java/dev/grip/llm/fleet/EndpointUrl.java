package dev.grip.llm.fleet;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** The address of an OpenAI-compatible API as people write it, brought to the one form that ends in {@code /v1}. */
final class EndpointUrl {

    private static final String EXAMPLE = "; write it like http://localhost:8000/v1";
    private static final Pattern VERSIONED = Pattern.compile("(^|.*/)v\\d[a-z0-9]*(/.*)?");
    private static final Pattern OPERATION = Pattern.compile("/(chat/completions|completions|embeddings|models)$");

    private EndpointUrl() {}

    static URI normalise(String written) {
        URI url = parse(written.strip());
        String authority = url.getRawAuthority() == null ? "" : url.getRawAuthority();
        if (authority.contains("@")) {
            throw new ModelSettingsException("url of host " + authority.substring(authority.lastIndexOf('@') + 1)
                    + " carries credentials; put the key into api-key instead");
        }
        // OkHttp decides: java.net.URI knows no host with an underscore, such as a service name in a compose file.
        if (authority.isEmpty() || HttpUrl.parse(url.toString()) == null) {
            throw new ModelSettingsException("url '" + written + "' is not an http(s) address" + EXAMPLE);
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new ModelSettingsException("url '" + written + "' has a query or fragment" + EXAMPLE);
        }
        return URI.create(url.getScheme() + "://" + authority + path(url.getRawPath()));
    }

    private static String path(String raw) {
        String path = OPERATION.matcher(withoutTrailingSlashes(raw)).replaceFirst("");
        return VERSIONED.matcher(path).matches() ? path : path + "/v1";
    }

    /** The server's root, where vLLM answers {@code /version}. */
    static String root(URI url) {
        String text = url.toString();
        return text.endsWith("/v1") ? text.substring(0, text.length() - "/v1".length()) : text;
    }

    private static String withoutTrailingSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            // What stands before an @ may be a password.
            String shown = text.substring(text.lastIndexOf('@') + 1);
            throw new ModelSettingsException("url '" + shown + "' cannot be read: " + e.getReason() + EXAMPLE, e);
        }
    }
}
