package dev.grip.llm;

import java.util.List;

/** A served chat model. Implementations are thread-safe, bound their own calls in flight and retry what can be retried. */
public interface ChatModel {

    ServedModel served();

    /** Asks and waits; trouble is a value of {@link Answer}, never an exception. */
    default Answer chat(ChatRequest request) {
        return chat(request, 1).get(0);
    }

    /** Asks for {@code choices} answers to one prompt, which the server reads once; as many answers come back, in order. */
    List<Answer> chat(ChatRequest request, int choices);

    /**
     * Counts how an answer to {@code stage} was read for its verdict: {@code path} is the way, {@code atOnce} whether the answer
     * ended as its prompt asks.
     */
    default void noteReading(String stage, String path, boolean atOnce) {}
}
