package dev.grip.llm.fleet;

import dev.grip.llm.Answer;
import dev.grip.llm.CallThreads;
import dev.grip.llm.ChatMessage;
import dev.grip.llm.ChatModel;
import dev.grip.llm.ChatRequest;
import dev.grip.llm.Sampling;
import dev.grip.llm.http.Deadlines;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** A process of its own that has many calls of 4 KB out at once, until all are answered; prints the most that were out. */
final class ManyCalls {

    private static final String QUESTION = "Check this solution step by step and say whether it is right. ".repeat(66);

    private ManyCalls() {}

    public static void main(String[] arguments) throws Exception {
        int number = Integer.parseInt(arguments[1]);
        URI url = URI.create(arguments[0]);
        Duration patient = Duration.ofMinutes(5);
        LoadWatch.Rhythm quick = new LoadWatch.Rhythm(Duration.ofMillis(200), patient, patient);
        ExecutorService threads = CallThreads.open("many", number);
        try (FleetConnection fleet = new FleetConnection(new FleetPolicy(RetryPolicy.DEFAULT, quick, Tempo.SYSTEM))) {
            ChatModel model = fleet.chatModel(new Endpoint(
                    Role.JUDGE, "many", List.of(url), Rehearsed.MODEL, null, 1, number, Deadlines.of(patient)));
            fleet.begin();
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                String key = "call-" + i;
                answers.add(threads.submit(() -> model.chat(
                        new ChatRequest(key, List.of(ChatMessage.user(QUESTION + key)), new Sampling(0, 1, 64), 1))));
            }
            int most = 0;
            while (answers.stream().anyMatch(answer -> !answer.isDone())) {
                most = Math.max(most, fleet.servers().get(0).out());
                Thread.sleep(20);
            }
            for (Future<Answer> answer : answers) {
                if (!answer.get().complete()) {
                    throw new IllegalStateException(answer.get().toString());
                }
            }
            System.out.println(most);
        } finally {
            threads.shutdownNow();
        }
    }
}
