package dev.grip.rehearsal.content;

/** The ways in which a model spoils a verdict: what parsers of judges' answers have to expect. */
public enum JudgeSlip {
    /** Headings, lists and a bold verdict line. */
    MARKDOWN,
    /** The value alone in bold, backticks, quotes or a box. */
    WRAPPED_VALUE,
    /** Two verdict lines that differ. */
    CONTRADICTION,
    /** A value that does not exist: beyond the range, or none of the words. */
    OUT_OF_RANGE,
    /** A value out of ten, a hundred or five. */
    OTHER_SCALE,
    /** The verdict in a sentence instead of its line. */
    PROSE,
    /** The form that was asked for, repeated instead of filled in. */
    TEMPLATE_ECHO,
    /** Thinking left before the answer, closed by {@code </think>}. */
    THINKING_CLOSED,
    /** Thinking that never ends. */
    THINKING_UNCLOSED,
    /** A JSON object where a line was asked for. */
    JSON,
    /** The same with LaTeX whose backslashes are not escaped. */
    BROKEN_LATEX_JSON,
    /** The same, cut off. */
    CUT_JSON,
    /** White space up to the budget. */
    WHITESPACE_LOOP,
    /** Chinese, with a full-width colon. */
    WRONG_LANGUAGE,
    /** No answer but an apology. */
    REFUSAL,
    /** Nothing. */
    EMPTY
}
