package dev.grip.llm;

/** A served chat model. Implementations are thread-safe, bound their own calls in flight and retry what can be retried. */
public interface ChatModel {

    ServedModel served();

    /** Asks and waits; trouble is an {@link Answer.Failed}, never an exception. */
    Answer chat(ChatRequest request);
}
