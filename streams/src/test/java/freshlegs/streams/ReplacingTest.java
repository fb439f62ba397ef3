package freshlegs.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class ReplacingTest {
    private static final Duration AN_INSTANT = Duration.ofNanos(1);

    private final QuickTime time = new QuickTime();
    private final Replacing replacing = new Replacing(time);

    /** Time that passes when it is told to. */
    private static final class QuickTime implements Replacing.Time {
        private final List<Duration> pauses = new ArrayList<>();
        private final List<Due> tasks = new ArrayList<>();
        private Duration now = Duration.ZERO;
        private boolean closed;

        private record Due(Duration at, FutureTask<Boolean> task) {}

        @Override
        public Future<?> later(Duration after, Runnable task) {
            Due due = new Due(now.plus(after), new FutureTask<>(task, true));
            tasks.add(due);
            return due.task();
        }

        @Override
        public boolean isClosedWithin(Duration pause) {
            pauses.add(pause);
            pass(pause);
            return closed;
        }

        @Override
        public void close() {
            closed = true;
        }

        void pass(Duration gone) {
            now = now.plus(gone);
            tasks.stream().filter(due -> due.at().compareTo(now) <= 0).forEach(due -> due.task()
                    .run());
        }
    }

    @Test
    void it_is_failing_until_it_was_steady_for_a_while() {
        assertThat(replacing.isFailing()).isFalse();
        replacing.handle(new IllegalStateException("disk full"));
        assertThat(replacing.isFailing()).isTrue();
        time.pass(Replacing.STEADY);
        assertThat(replacing.isFailing()).isFalse();
    }

    @Test
    void a_thread_that_failed_is_replaced_after_a_pause() {
        assertThat(replacing.handle(new IllegalStateException("disk full"))).isEqualTo(REPLACE_THREAD);
        assertThat(time.pauses).containsExactly(Replacing.FIRST_PAUSE);
    }

    @Test
    void the_pauses_double_up_to_the_longest_gonethreads_keep_failing() {
        fail(8);

        assertThat(time.pauses)
                .extracting(Duration::toMillis)
                .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 10_000L, 10_000L, 10_000L);
    }

    @Test
    void a_failure_just_before_a_steady_goneis_over_is_followed_by_a_longer_pause() {
        fail(1);
        time.pass(Replacing.STEADY.minus(Replacing.FIRST_PAUSE).minus(AN_INSTANT));
        fail(1);
        time.pass(AN_INSTANT);
        fail(1);

        assertThat(time.pauses)
                .containsExactly(
                        Replacing.FIRST_PAUSE,
                        Replacing.FIRST_PAUSE.multipliedBy(2),
                        Replacing.FIRST_PAUSE.multipliedBy(4));
    }

    @Test
    void after_a_steady_gonethe_pauses_begin_anew() {
        fail(6);
        time.pass(Replacing.STEADY.minus(Replacing.LONGEST_PAUSE));

        fail(2);

        assertThat(time.pauses).endsWith(Replacing.FIRST_PAUSE, Replacing.FIRST_PAUSE.multipliedBy(2));
    }

    @Test
    void a_thread_that_fails_gonethe_streams_are_closed_is_not_replaced() {
        replacing.close();

        assertThat(replacing.handle(new IllegalStateException("closing"))).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void once_closed_real_time_makes_nobody_wait() {
        Replacing real = new Replacing(new RealTime());
        real.close();

        assertThat(real.handle(new IllegalStateException("closing"))).isEqualTo(SHUTDOWN_CLIENT);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            replacing.handle(new IllegalStateException("disk full"));
        }
    }
}
