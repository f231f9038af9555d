package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.FailureCategory;
import dev.grip.llm.http.ServerConnection;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplicaTests {

    private static final ServerLoad BUSY = new ServerLoad(7, 2, 0.5, 0, 1, 1);

    private final Replica replica = new Replica(new ServerConnection(URI.create("http://localhost:1/v1"), null, 8), 8);

    @AfterEach
    void close() {
        replica.close();
    }

    @Test
    void itsStateSaysWhetherCallsAreSentThereAndOtherwiseWhy() {
        assertThat(replica.status("m", 0).state()).isEqualTo(ServerState.READY);
        assertThat(replica.status("m", 0).reason()).isEmpty();

        replica.breaker().open("it is stuck", 0);
        assertThat(replica.status("m", 0).state().word()).isEqualTo("left-alone");
        assertThat(replica.status("m", 0).reason()).isEqualTo("it is stuck");
        assertThat(replica.status("m", 0).usable()).isFalse();

        replica.breaker().looked(true, 0);
        assertThat(replica.status("m", 0).state()).isEqualTo(ServerState.TRYING);

        replica.misconfigured(Trouble.of(FailureCategory.UNKNOWN_MODEL, Trouble.Retry.NEVER, "no such model", ""), 5);
        assertThat(replica.status("m", 4).state()).isEqualTo(ServerState.MISCONFIGURED);
        assertThat(replica.status("m", 4).reason()).isEqualTo("no such model");
        assertThat(replica.status("m", 5).state()).isEqualTo(ServerState.TRYING);
    }

    @Test
    void loadThatWasReadLongAgoSaysNothingAboutNow() {
        assertThat(replica.status("m", 0).load()).isNull();

        replica.measured(BUSY, 0);

        assertThat(replica.status("m", Duration.ofSeconds(10).toNanos()).load()).isEqualTo(BUSY);
        assertThat(replica.status("m", Duration.ofSeconds(11).toNanos()).load()).isNull();
        assertThat(replica.status("m", Duration.ofSeconds(11).toNanos()).measured())
                .isTrue();
    }

    @Test
    void whatAServerLeavesOutLaterIsStillKnown() {
        replica.says(new ServerFacts("0.32.0", 4096));
        replica.says(new ServerFacts(null, 2048));

        assertThat(replica.status("m", 0).facts()).isEqualTo(new ServerFacts("0.32.0", 2048));
    }
}
