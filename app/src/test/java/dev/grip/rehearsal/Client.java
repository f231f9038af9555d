package dev.grip.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** A plain HTTP client on a real socket, as any user of the server has one. */
final class Client {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI url;

    Client(URI url) {
        this.url = url;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(url.resolve(path)).build());
    }

    HttpResponse<String> post(String path, String body) {
        return send(posting(path, "application/json", body, "test").build());
    }

    HttpResponse<String> post(String path, String contentType, String body) {
        return send(posting(path, contentType, body, "test").build());
    }

    HttpResponse<String> postWith(String path, String body, String header, String value) {
        return send(posting(path, "application/json", body, "test")
                .header(header, value)
                .build());
    }

    HttpResponse<String> delete(String path) {
        return send(HttpRequest.newBuilder(url.resolve(path)).DELETE().build());
    }

    CompletableFuture<HttpResponse<String>> postLater(String path, String body, String id) {
        return http.sendAsync(
                posting(path, "application/json", body, id).build(), HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }

    private HttpRequest.Builder posting(String path, String contentType, String body, String id) {
        return HttpRequest.newBuilder(url.resolve(path))
                .header("Content-Type", contentType)
                .header("X-Request-Id", id)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("No response to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
