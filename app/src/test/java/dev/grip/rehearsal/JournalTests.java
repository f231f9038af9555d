package dev.grip.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.rehearsal.Journal.End;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JournalTests {

    private static final byte[] BODY = "{\"x\":1}".getBytes(StandardCharsets.UTF_8);

    private final Journal journal = new Journal();

    @Test
    void aRequestIsOpenUntilItEnds() {
        Journal.Entry entry = journal.add("a", "POST", "/v1/x", BODY);
        assertThat(journal.requests().get(0).end()).isEqualTo(End.OPEN);

        entry.meets("reset");
        entry.ended(End.BROKEN_OFF, 200);

        Journal.ReceivedRequest request = journal.requests().get(0);
        assertThat(request.id()).isEqualTo("a");
        assertThat(request.body()).isEqualTo("{\"x\":1}");
        assertThat(request.end()).isEqualTo(End.BROKEN_OFF);
        assertThat(request.status()).isEqualTo(200);
        assertThat(request.fault()).isEqualTo("reset");
        assertThat(journal.faults()).containsEntry("reset", 1L);
    }

    @Test
    void itCountsByIdAndWhoWentAway() {
        journal.add("a", "POST", "/", BODY).ended(End.CLIENT_GONE, 0);
        journal.add("a", "POST", "/", BODY).ended(End.ANSWERED, 200);
        journal.add("b", "POST", "/", BODY);

        assertThat(journal.count()).isEqualTo(3);
        assertThat(journal.count("a")).isEqualTo(2);
        assertThat(journal.count("c")).isZero();
        assertThat(journal.cancelled()).isEqualTo(1);
    }

    @Test
    void itKeepsTheLatestRequestsAndForgetsTheIdsOfTheRest() {
        for (int i = 0; i < 70_000; i++) {
            journal.add("id-" + i, "POST", "/", BODY);
        }

        assertThat(journal.count()).isEqualTo(70_000);
        assertThat(journal.requests()).hasSize(65_536);
        assertThat(journal.requests().get(0).id()).isEqualTo("id-" + (70_000 - 65_536));
        assertThat(journal.count("id-0")).isZero();
        assertThat(journal.count("id-69999")).isEqualTo(1);
    }

    @Test
    void longBodiesAreCutAndOldOnesForgotten() {
        byte[] large = "x".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 5_000; i++) {
            journal.add("id-" + i, "POST", "/", large);
        }
        var requests = journal.requests();

        assertThat(requests).hasSize(5_000);
        assertThat(requests.get(0).body()).isEmpty();
        assertThat(requests.get(4_999).body()).hasSize(4_096);
        assertThat(requests.stream()
                        .mapToLong(request -> request.body().length())
                        .sum())
                .isLessThanOrEqualTo(16 * 1024 * 1024);
    }

    @Test
    void theMostAtOnceIsAPeak() {
        journal.sequences(3);
        journal.sequences(2);
        journal.sequences(-4);
        journal.sequences(1);
        journal.connections(7);
        journal.connections(2);

        assertThat(journal.mostAtOnce()).isEqualTo(5);
        assertThat(journal.mostConnections()).isEqualTo(7);
    }

    @Test
    void afterClearingOnlyWhatIsStillThereCounts() {
        journal.sequences(5);
        journal.sequences(-3);
        journal.add("a", "POST", "/", BODY).ended(End.CLIENT_GONE, 0);

        journal.clear();

        assertThat(journal.requests()).isEmpty();
        assertThat(journal.count()).isZero();
        assertThat(journal.count("a")).isZero();
        assertThat(journal.cancelled()).isZero();
        assertThat(journal.mostAtOnce()).isEqualTo(2);
    }
}
