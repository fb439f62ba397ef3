package freshlegs.coach.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import freshlegs.coach.AMovableClock;
import freshlegs.coach.SmtpSettings;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.tell.SendersProcess.Hold;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see when the process that tells them is killed, at each step of telling every kind of channel at once. */
@SuppressWarnings("try") // senders work while they are open
class KilledSendersTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final List<String> KINDS = List.of("webhook", "slack", "discord", "telegram", "ntfy", "push");
    private static final int ALL = KINDS.size() + 1;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestDatabase database = TestDatabase.empty();
    private final PeopleToTell people = new PeopleToTell(database);
    private final Map<String, AWebReceiver> receivers = new TreeMap<>();
    private final GreenMail post = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private final Path folder;
    private AMailRelay relay;
    private int lives;

    KilledSendersTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void listen() {
        post.start();
        relay = AMailRelay.before(post.getSmtp().getPort(), MailHabit.ANSWERS);
        people.coach("mail", "mail", PeopleToTell.address("mail", 25));
        KINDS.forEach(kind -> listen("anna", kind, kind));
    }

    private void listen(String athlete, String coach, String kind) {
        AWebReceiver receiver = AWebReceiver.that();
        receivers.put(coach, receiver);
        people.coach(athlete, coach, kind, PeopleToTell.address(kind, receiver.port()));
    }

    @AfterEach
    void close() {
        receivers.values().forEach(AWebReceiver::close);
        relay.close();
        post.stop();
        database.close();
    }

    /** A day after the one before, when its leases have run out and the next digest is due. */
    private SendersProcess nextLife(Hold hold) {
        return SendersProcess.start(database.address(), relay.port(), nextNoon(), hold, folder.resolve(lives + ".log"));
    }

    private Instant nextNoon() {
        lives++;
        return NOON.plus(Duration.ofDays(lives - 1));
    }

    /** Where the process is killed, and how many messages of each coach are visible then, once and all. */
    private record Step(String name, Hold hold, Habit habit, MailHabit mail, int once, int all) {}

    @Test
    void whoever_is_killed_at_any_step_loses_nothing_and_tells_at_most_once_more() {
        KINDS.forEach(kind -> listen("bea", "daily-" + kind, kind));
        for (Step step : List.of(
                new Step("claimed", Hold.BEFORE_IT_IS_SENT, Habit.ANSWERS, MailHabit.ANSWERS, 0, 0),
                new Step("half-written", Hold.NOWHERE, Habit.READS_HALF, MailHabit.HANGS_WITHIN_THE_MAIL, 1, 1),
                new Step("not-answered", Hold.NOWHERE, Habit.NEVER_ANSWERS, MailHabit.TAKES_AND_NEVER_ANSWERS, 3, 3),
                new Step("not-noted", Hold.BEFORE_IT_IS_WRITTEN_DOWN, Habit.ANSWERS, MailHabit.ANSWERS, 4, 5),
                new Step("noted", Hold.NOWHERE, Habit.ANSWERS, MailHabit.ANSWERS, 5, 7),
                new Step("and-on", Hold.NOWHERE, Habit.ANSWERS, MailHabit.ANSWERS, 6, 8))) {
            people.alert("bea", "AMBER", "amber-" + step.name());
            receivers.forEach((coach, receiver) -> daily(coach, receiver, step));
            relay.nowHas(MailHabit.ANSWERS);
            try (SendersProcess senders = nextLife(step.hold())) {
                soon(() -> people.unsent().stream().allMatch(coach -> coach.startsWith("daily-")));
                receivers.forEach((coach, receiver) -> atOnce(coach, receiver, step.habit()));
                relay.nowHas(step.mail());
                people.alert(step.name());
                soon(() -> visible().equals(seen(step.once(), step.all())) && hasCome(step, senders));
            }
        }
        people.coaches().forEach(coach -> assertThat(people.states(coach)).isEqualTo("SENT SENT SENT SENT SENT SENT"));
    }

    /** Of somebody who has a digest of each day: what is left of the day before is taken well. */
    private static void daily(String coach, AWebReceiver receiver, Step step) {
        if (coach.startsWith("daily-") && step.habit() != Habit.ANSWERS) {
            receiver.nowHas(Habit.ANSWERS);
            receiver.nowHas(step.habit());
        }
    }

    private static void atOnce(String coach, AWebReceiver receiver, Habit habit) {
        if (!coach.startsWith("daily-") && habit != Habit.ANSWERS) {
            receiver.nowHas(habit);
        }
    }

    private boolean hasCome(Step step, SendersProcess senders) {
        return step.hold() != Hold.NOWHERE
                ? senders.held() == receivers.size() + 1
                : step.habit() == Habit.ANSWERS ? people.unsent().isEmpty() : allHaveShown();
    }

    /** GreenMail throws where nobody listens when a mail breaks off. */
    private static void soon(Callable<Boolean> condition) {
        await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(condition);
    }

    private boolean allHaveShown() {
        return relay.hasShown() && receivers.values().stream().allMatch(AWebReceiver::hasShown);
    }

    /** By channel: how many messages somebody sees who drops repeats of a key, and how many who does not. */
    private Map<String, String> visible() {
        Map<String, String> seen = new TreeMap<>();
        receivers.forEach((kind, receiver) -> seen.put(
                kind, receiver.visibleOnce() + " of " + receiver.heard().size()));
        MimeMessage[] mails = post.getReceivedMessages();
        seen.put("mail", Stream.of(mails).map(KilledSendersTest::id).distinct().count() + " of " + mails.length);
        return seen;
    }

    private Map<String, String> seen(int once, int all) {
        Map<String, String> seen = new TreeMap<>();
        people.coaches().forEach(coach -> seen.put(coach, once + " of " + all));
        return seen;
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoever_is_stopped_beyond_the_lease_overwrites_nothing_and_sends_nothing_that_another_has_sent()
            throws Exception {
        people.alert("not-sent");
        try (SendersProcess stopped = nextLife(Hold.BEFORE_IT_IS_SENT)) {
            soon(() -> stopped.held() == ALL);
            stopped.signal("STOP");
            othersTell();
            stopped.signal("CONT");
            stopped.go();
            soon(() -> stopped.ended() == ALL);
            assertThat(visible()).isEqualTo(seen(1, 1));

            receivers.values().forEach(receiver -> receiver.nowHas(Habit.NEVER_ANSWERS));
            relay.nowHas(MailHabit.TAKES_AND_NEVER_ANSWERS);
            people.alert("not-answered");
            soon(() -> allHaveShown() && visible().equals(seen(2, 2)));
            stopped.signal("STOP");
            relay.nowHas(MailHabit.ANSWERS);
            othersTell();
            assertThat(visible()).isEqualTo(seen(2, 3));
            String written = people.deliveries();
            receivers.values().forEach(AWebReceiver::close);
            relay.close();
            stopped.signal("CONT");
            soon(() -> stopped.putOff() == ALL);
            assertThat(people.deliveries()).isEqualTo(written);
        }
    }

    private void othersTell() throws Exception {
        AMovableClock later = new AMovableClock(nextNoon());
        SmtpSettings smtp = new SmtpSettings(URI.create("smtp://127.0.0.1:" + relay.port()), "legs@freshlegs.example");
        try (ChannelSender channels =
                        PeopleToTell.channels(database.database(), Optional.of(smtp), Patience.USUAL, later);
                OutboxSenders others = PeopleToTell.senders(database.database(), channels, Patience.USUAL, later)) {
            soon(() -> people.unsent().isEmpty());
        }
    }
}
