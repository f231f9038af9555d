package dev.grip.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls are charged to the work for which their thread makes them. */
class ChargingTests {

    private final List<Charge> charges = new ArrayList<>();

    @Test
    void everyCallIsToldWithTheTimeOfItsOwnRequests() {
        String done = Charging.to(charges::add, () -> {
            Charging.spent(CallTime.room(7));
            Charging.spent(CallTime.out(30));
            Charging.spent(CallTime.pause(5));
            Charging.spent(CallTime.out(12));
            Charging.ended("write", "writer", new Usage(1, 2));
            Charging.ended("judge", "judge", Usage.NONE);
            return "done";
        });

        assertThat(done).isEqualTo("done");
        assertThat(charges)
                .containsExactly(
                        new Charge("write", "writer", new Usage(1, 2), new CallTime(42, 7, 5)),
                        new Charge("judge", "judge", Usage.NONE, CallTime.NONE));
    }

    @Test
    void callsOfOtherWorkAndOtherThreadsAreNotCharged() throws Exception {
        Thread[] other = new Thread[1];
        Charging.to(charges::add, () -> {
            other[0] = new Thread(() -> Charging.ended("write", "writer", Usage.NONE));
            other[0].start();
            return "";
        });
        other[0].join();
        Charging.spent(CallTime.out(5));
        Charging.ended("write", "writer", Usage.NONE);

        assertThat(charges).isEmpty();
    }

    @Test
    void workThatFailsIsChargedAndWorkAroundItGoesOn() {
        List<Charge> inner = new ArrayList<>();
        Charging.to(charges::add, () -> {
            assertThatThrownBy(() -> Charging.to(inner::add, () -> {
                        Charging.ended("judge", "judge", Usage.NONE);
                        throw new IllegalStateException("away");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            Charging.ended("rate", "rater", Usage.NONE);
            return "";
        });

        assertThat(inner).extracting(Charge::stage).containsExactly("judge");
        assertThat(charges).extracting(Charge::stage).containsExactly("rate");
    }
}
