package freshlegs.coach.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random messages, manners and looks at them over weeks in which the clocks change, in each zone both ways. */
class RandomWeeksTest {
    private static final int TIMES = 10;
    private static final Duration LASTS = Duration.ofDays(20);

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-20",
        "Europe/Berlin, 2026-10-16",
        "America/New_York, 2026-02-27",
        "America/New_York, 2026-10-23",
        "Pacific/Chatham, 2026-03-27",
        "Pacific/Chatham, 2026-09-18",
        "Asia/Kathmandu, 2026-06-01"
    })
    void manners_are_kept(ZoneId zone, LocalDate begin) {
        for (int seed = 0; seed < TIMES; seed++) {
            new Weeks(new Random(seed), zone, begin.atStartOfDay(zone).toInstant()).pass();
        }
    }

    /** One channel through some weeks. */
    private static final class Weeks {
        private final Random random;
        private final Manners manners;
        private final Instant begin;
        private final Map<Long, Waiting> waiting = new HashMap<>();
        private final Map<Instant, Integer> counted = new HashMap<>();
        private final Set<LocalDate> digests = new HashSet<>();
        private Instant seenTo;
        private long ids;

        Weeks(Random random, ZoneId zone, Instant begin) {
            this.random = random;
            this.begin = begin;
            this.seenTo = begin;
            this.manners = new Manners(
                    zone, time(), time(), time(), 1 + random.nextInt(15), DayOfWeek.of(1 + random.nextInt(7)));
        }

        /** Often near the hours that are left out or come twice. */
        private LocalTime time() {
            int minutes = random.nextInt(4) == 0 ? random.nextInt(4 * 60) : random.nextInt(24 * 60);
            return LocalTime.MIDNIGHT.plusMinutes(minutes / 15 * 15L);
        }

        void pass() {
            for (Instant now = begin; now.isBefore(begin.plus(LASTS)); now = now.plus(step())) {
                if (random.nextInt(20) == 0) {
                    arrive();
                }
                look(now);
            }
            everythingIsToldIn(begin.plus(LASTS));
        }

        /** Once in a while the console is off. */
        private Duration step() {
            return random.nextInt(80) == 0 ? Duration.ofHours(random.nextInt(40)) : Duration.ofMinutes(20);
        }

        private void arrive() {
            Waiting.Urgency urgency = List.of(
                            Waiting.Urgency.STOP, Waiting.Urgency.RED, Waiting.Urgency.DAILY, Waiting.Urgency.DAILY)
                    .get(random.nextInt(4));
            waiting.put(ids, new Waiting(ids, urgency));
            ids++;
        }

        private void look(Instant now) {
            List<Waiting> due = List.copyOf(waiting.values());
            Instant week = manners.weekStart(now);
            Optional<LocalDate> last = digests.stream().max(LocalDate::compareTo);
            Decision decision =
                    Decision.of(manners, due, new Decision.Past(counted.getOrDefault(week, 0), last, seenTo), now);

            everyoneIsDecidedOf(due, decision);
            stopIsTold(due, decision);
            for (Waiting alone : decision.atOnce()) {
                if (alone.urgency() != Waiting.Urgency.STOP) {
                    assertThat(alone.urgency()).isEqualTo(Waiting.Urgency.RED);
                    count(week, now);
                }
            }
            if (!decision.digest().isEmpty()) {
                count(week, now);
                assertThat(digests.add(manners.day(now))).as("one digest a day").isTrue();
                assertThat(decision.digest()).noneMatch(one -> one.urgency() == Waiting.Urgency.STOP);
            }
            decision.held().forEach((one, held) -> {
                assertThat(held.until()).isAfter(now);
                assertThat(manners.isQuiet(held.until())).isFalse();
                if (held.reason() == Decision.Reason.BUDGET) {
                    assertThat(held.until()).isAfterOrEqualTo(manners.weekEnd(now));
                    assertThat(counted.get(week)).isEqualTo(manners.weeklyBudget());
                    waiting.put(one.id(), new Waiting(one.id(), Waiting.Urgency.DAILY));
                }
            });
            decision.atOnce().forEach(one -> waiting.remove(one.id()));
            decision.digest().forEach(one -> waiting.remove(one.id()));
            seenTo = decision.seenTo();
        }

        private void count(Instant week, Instant now) {
            assertThat(manners.isQuiet(now)).as("quiet").isFalse();
            assertThat(counted.merge(week, 1, Integer::sum)).isLessThanOrEqualTo(manners.weeklyBudget());
        }

        private static void everyoneIsDecidedOf(List<Waiting> due, Decision decision) {
            List<Waiting> decided = new ArrayList<>(decision.atOnce());
            decided.addAll(decision.digest());
            decided.addAll(decision.held().keySet());
            assertThat(decided).containsExactlyInAnyOrderElementsOf(due);
        }

        private static void stopIsTold(List<Waiting> due, Decision decision) {
            due.stream()
                    .filter(one -> one.urgency() == Waiting.Urgency.STOP)
                    .forEach(stop -> assertThat(decision.atOnce()).contains(stop));
        }

        private void everythingIsToldIn(Instant end) {
            for (Instant now = end;
                    now.isBefore(end.plus(Duration.ofDays(9)));
                    now = now.plus(Duration.ofMinutes(20))) {
                look(now);
            }
            assertThat(waiting).isEmpty();
        }
    }
}
