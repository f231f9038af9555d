package dev.grip.llm.fleet;

import java.util.Locale;

/** Whether calls are sent to a server. */
public enum ServerState {
    /** They are, as far as it has room. */
    READY,
    /** It has failed and seems well again; one call tries. */
    TRYING,
    /** It has failed; it is looked at now and then until it is well. */
    LEFT_ALONE,
    /** It refuses how it is asked, such as its key or model. */
    MISCONFIGURED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
