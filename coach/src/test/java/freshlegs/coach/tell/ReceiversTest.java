package freshlegs.coach.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.coach.AMovableClock;
import freshlegs.coach.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every kind of channel against web servers that answer as they should not. */
@SuppressWarnings("try") // senders work while they are open
class ReceiversTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final List<String> KINDS = List.of("webhook", "slack", "discord", "telegram", "ntfy", "push");
    private static final Patience SHORT = new Patience(
            Duration.ofMillis(20),
            Duration.ofMillis(700),
            Duration.ofSeconds(60),
            Duration.ofSeconds(5),
            Duration.ofHours(1),
            18);
    private static final Patience LONG = new Patience(
            Duration.ofMillis(20),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(5),
            Duration.ofHours(1),
            18);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long BOUND = 16 << 20;

    private final TestDatabase database = TestDatabase.empty();
    private final PeopleToTell people = new PeopleToTell(database);
    private final AMovableClock clock = new AMovableClock(NOON);
    private final Map<String, AWebReceiver> receivers = new TreeMap<>();

    @AfterEach
    void close() {
        receivers.values().forEach(AWebReceiver::close);
        database.close();
    }

    private AWebReceiver coach(String name, String kind, Habit... habits) {
        AWebReceiver receiver = AWebReceiver.that(habits);
        receivers.put(name, receiver);
        people.coach(name, kind, PeopleToTell.address(kind, receiver.port()));
        return receiver;
    }

    @Test
    void what_is_not_answered_well_is_told_again_and_what_is_is_not() {
        for (Habit habit : Habit.values()) {
            KINDS.forEach(kind -> receivers.put(kind + " " + habit.word(), AWebReceiver.that(habit)));
        }
        people.coaches(receivers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> addressOf(each.getKey(), each.getValue()))));
        people.alert("red");
        try (ChannelSender channels = PeopleToTell.channels(database.database(), Optional.empty(), SHORT, clock);
                OutboxSenders senders = PeopleToTell.senders(database.database(), channels, SHORT, clock)) {
            await().atMost(PATIENCE).until(() -> people.untried().isEmpty());
            Map<String, String> troubles = people.troubles();
            receivers.keySet().forEach(name -> assertThat(troubles.getOrDefault(name, ""))
                    .as(name)
                    .matches(habit(name).trouble().orElse("")));
            clock.advance(Duration.ofSeconds(5));
            await().atMost(PATIENCE).until(() -> people.unsent().size() == KINDS.size());
            assertThat(people.unsent())
                    .allSatisfy(name -> assertThat(habit(name)).isEqualTo(Habit.IS_BUSY));
            clock.advance(Duration.ofSeconds(115));
            await().until(() -> people.unsent().isEmpty());
        }
        receivers.forEach((name, receiver) -> {
            boolean again = habit(name).trouble().isPresent() && habit(name).reads();
            assertThat(receiver.heard()).as(name).hasSize(again ? 2 : 1);
            assertThat(receiver.visibleOnce()).as(name).isEqualTo(1);
            assertThat(receiver.flooded()).as(name).isLessThan(BOUND);
        });
        assertThat(people.troubles()).isEmpty();
    }

    private static List<String> addressOf(String name, AWebReceiver receiver) {
        String kind = name.split(" ", -1)[0];
        return List.of(kind, PeopleToTell.address(kind, receiver.port()));
    }

    private static Habit habit(String name) {
        return Habit.valueOf(name.split(" ", -1)[1].toUpperCase(Locale.ROOT));
    }

    @Test
    void whoever_hangs_holds_up_nobody_else() {
        KINDS.forEach(kind -> IntStream.range(0, 4).forEach(i -> coach(kind + i, kind, Habit.NEVER_ANSWERS)));
        people.alert("red");
        try (ChannelSender channels = PeopleToTell.channels(database.database(), Optional.empty(), LONG, clock);
                OutboxSenders senders = PeopleToTell.senders(database.database(), channels, LONG, clock)) {
            await().until(() ->
                    receivers.values().stream().allMatch(each -> each.heard().size() == 1));
            coach("zoe", "webhook");
            people.alert("another");
            await().until(() -> people.states("zoe").equals("SENT"));
            assertThat(people.untried()).hasSize(4 * KINDS.size());
            receivers.values().forEach(AWebReceiver::close);
        }
    }

    @Test
    void an_answer_too_many_is_not_taken_for_the_answer_to_the_next_message() {
        KINDS.forEach(kind -> coach(kind, kind, Habit.ANSWERS_TWICE, Habit.FAILS));
        people.alert("first");
        people.alert("second");
        try (ChannelSender channels = PeopleToTell.channels(database.database(), Optional.empty(), SHORT, clock);
                OutboxSenders senders = PeopleToTell.senders(database.database(), channels, SHORT, clock)) {
            for (String kind : KINDS) {
                await().until(() -> people.trouble(kind).equals("answered with status 500"));
                assertThat(people.states(kind)).startsWith("SENT ").doesNotEndWith("SENT");
            }
            clock.advance(Duration.ofSeconds(5));
            KINDS.forEach(kind -> await().until(() -> people.states(kind).equals("SENT SENT")));
        }
        receivers.forEach((kind, receiver) -> {
            assertThat(receiver.heard()).as(kind).hasSize(3);
            assertThat(receiver.visibleOnce()).as(kind).isEqualTo(2);
        });
    }

    @Test
    void what_is_received_while_the_database_is_away_is_not_told_again() {
        AWebReceiver zoe = coach("zoe", "webhook");
        zoe.holdBack();
        people.alert("red");
        try (ChannelSender channels = PeopleToTell.channels(database.database(), Optional.empty(), LONG, clock);
                OutboxSenders senders = PeopleToTell.senders(database.database(), channels, LONG, clock)) {
            await().until(() -> zoe.heard().size() == 1);
            database.goAway();
            zoe.letAnswer();
            clock.advance(Duration.ofMinutes(2));
            database.comeBack();
            await().until(() -> people.states("zoe").equals("SENT"));
        }
        assertThat(zoe.heard()).hasSize(1);
    }
}
