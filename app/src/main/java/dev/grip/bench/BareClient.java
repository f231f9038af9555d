package dev.grip.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** What a user would write instead: OkHttp and Jackson, a call at a time on each thread, nothing that goes wrong in mind. */
final class BareClient implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient http;
    private final ObjectMapper mapper = new ObjectMapper();
    private final String url;

    BareClient(URI url, int connections) {
        this.url = url + "/v1/chat/completions";
        this.http = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(connections, 1, TimeUnit.MINUTES))
                .readTimeout(1, TimeUnit.MINUTES)
                .build();
    }

    /** The text of the answer. */
    String ask(String question, int maxTokens) {
        ObjectNode body = mapper.createObjectNode().put("model", BenchFleet.MODEL);
        body.putArray("messages").addObject().put("role", "user").put("content", question);
        body.put("temperature", 0.7).put("top_p", 1).put("seed", 1).put("max_tokens", maxTokens);
        try {
            Request request = new Request.Builder()
                    .url(url)
                    .post(RequestBody.create(mapper.writeValueAsBytes(body), JSON))
                    .build();
            try (Response response = http.newCall(request).execute()) {
                JsonNode answer = mapper.readTree(response.body().bytes());
                return answer.path("choices")
                        .path(0)
                        .path("message")
                        .path("content")
                        .asText();
            }
        } catch (IOException e) {
            throw new BenchException("A bare call failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        http.connectionPool().evictAll();
    }
}
