package freshlegs.warehouse;

import static freshlegs.warehouse.Given.ANNA;
import static freshlegs.warehouse.Given.fatigue;
import static freshlegs.warehouse.Given.gone;
import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.Status;
import freshlegs.model.result.Episode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Alerts that move, merge, split, go, come back and get worse, in batches of any size, with a sender at work, rebuilds and
 * restarts in between: the journal keeps its promises. {@code -Dfreshlegs.journals=N} tries more.
 */
class JournalTest {
    private static final int JOURNALS = Integer.getInteger("freshlegs.journals", 8);
    private static final long SEED = Long.getLong("freshlegs.journals.seed", 20261120);
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 20);
    private static final int CHANGES = 30;
    private static final String NAMES = "select first_day, id from freshlegs.episode order by first_day";
    private static final String READ_FAR =
            "insert into freshlegs.kafka_offset values ('fatigue.episode.v1', 3, 17) on conflict do nothing";

    private static ADatabase database;

    private AWriter writer;

    @BeforeAll
    static void make() throws Exception {
        database = ADatabase.fresh();
    }

    @BeforeEach
    void open() throws Exception {
        writer = AWriter.on(database.emptied(), "webhook", "webhook:club");
    }

    @AfterEach
    void close() throws Exception {
        writer.close();
    }

    @Test
    void nobody_is_told_twice_and_known_alerts_keep_their_names() throws Exception {
        for (int journal = 0; journal < JOURNALS; journal++) {
            database.emptied();
            check(SEED + journal);
        }
    }

    @Test
    void a_step_is_counted_once_however_often_it_comes_and_whatever_is_rebuilt() throws Exception {
        Message<Episode> amber = fatigue(ANNA, "2026-11-18", "2026-11-20", Status.AMBER);
        Message<Episode> red = fatigue(ANNA, "2026-11-18", "2026-11-20", Status.RED);
        writer.bring(amber);
        writer.bring(amber);
        writer.bring(red);
        writer.bring(red);
        database.execute("update ledger.outbox set state = 'SENT', sent_at = now() where step = 'RED'");
        Warehouse.rebuild(database.address());
        writer.bring(red);
        assertThat(writer.counted(Firing.WITHDRAWN)).isZero();
        writer.bring(gone(red));
        writer.bring(gone(red));

        assertThat(writer.counted(Firing.OPENED)).isEqualTo(1);
        assertThat(writer.counted(Firing.ESCALATED)).isEqualTo(1);
        assertThat(writer.counted(Firing.WITHDRAWN)).isEqualTo(1);
    }

    private void check(long seed) throws Exception {
        Random random = new Random(seed);
        Season season = new Season(random);
        NobodyToldTwice journal = NobodyToldTwice.of(database);
        for (int change = 0; change < CHANGES; change++) {
            String as = "seed " + seed + ", change " + change;
            bring(season.change(), random);
            if (random.nextInt(3) == 0) {
                writer.after(AWriter.SETTLE);
                send();
            }
            if (random.nextInt(12) == 0) {
                rebuild(season, random, as);
            }
            journal.holds(as);
            whatIsToldIsShown(as);
        }
        writer.after(AWriter.SETTLE);
        send();
        bring(season.all(), random);
        assertThat(writer.after(AWriter.SETTLE).due())
                .as("seed %d: all was told", seed)
                .isEmpty();
        List<String> told = journal.holds("seed " + seed);

        rebuild(season, random, "seed " + seed);
        send();
        assertThat(journal.holds("seed " + seed + ", rebuilt")).isEqualTo(told);
    }

    /** Nothing is due before the topics are read as far as they had been. */
    private void rebuild(Season season, Random random, String as) throws Exception {
        database.execute(READ_FAR);
        List<String> names = database.rows(NAMES);
        Warehouse.rebuild(database.address());
        bring(season.all(), random);
        assertThat(database.rows(NAMES)).as("%s: rebuilt", as).isEqualTo(names);
        assertThat(writer.after(AWriter.SETTLE).due()).as(as).isEmpty();
        database.execute(READ_FAR);
    }

    /** Every alert that people were told of stands, is part of another that stands, or is shown as gone. */
    private static void whatIsToldIsShown(String as) throws Exception {
        assertThat(database.rows("select id from ledger.episode e where told_status is not null and not exists"
                        + " (select from ledger.alert a where a.id = e.id)"))
                .as(as)
                .isEmpty();
        assertThat(database.rows("select id from ledger.alert where standing = 'MERGED' and merged_into is null"))
                .as(as)
                .isEmpty();
    }

    private void bring(List<Message<Episode>> messages, Random random) throws Exception {
        int from = 0;
        while (from < messages.size()) {
            int to = Math.min(messages.size(), from + 1 + random.nextInt(3));
            writer.bring(messages.subList(from, to).toArray(Message[]::new));
            from = to;
        }
    }

    private void send() throws Exception {
        database.execute("update ledger.outbox set state = 'SENT', sent_at = '" + writer.now()
                + "' where id in (select id from ledger.outbox_due_at('" + writer.now() + "'))");
    }

    /** One athlete's alerts as the season sees them: days with a status, stretches without a gap being one episode. */
    private static final class Season {
        private final Random random;
        private final TreeMap<LocalDate, Status> days = new TreeMap<>();
        private Map<String, Message<Episode>> told = new TreeMap<>();

        Season(Random random) {
            this.random = random;
        }

        /** Late data changes some days: what the season tells of it, in any order. */
        List<Message<Episode>> change() {
            LocalDate from = FIRST.plusDays(random.nextInt(28));
            int length = 1 + random.nextInt(8);
            boolean clears = random.nextInt(3) == 0;
            Status status = random.nextInt(4) == 0 ? Status.RED : Status.AMBER;
            for (int day = 0; day < length; day++) {
                if (clears) {
                    days.remove(from.plusDays(day));
                } else {
                    days.put(from.plusDays(day), status);
                }
            }
            Map<String, Message<Episode>> now = episodes();
            List<Message<Episode>> changed = new ArrayList<>();
            told.forEach((key, before) -> {
                if (!now.containsKey(key)) {
                    changed.add(gone(before));
                }
            });
            now.forEach((key, after) -> {
                if (!after.equals(told.get(key))) {
                    changed.add(after);
                }
            });
            Collections.shuffle(changed, random);
            told = now;
            return changed;
        }

        List<Message<Episode>> all() {
            return List.copyOf(told.values());
        }

        private Map<String, Message<Episode>> episodes() {
            Map<String, Message<Episode>> episodes = new TreeMap<>();
            List<LocalDate> stretch = new ArrayList<>();
            for (LocalDate date : days.keySet()) {
                if (!stretch.isEmpty()
                        && !stretch.get(stretch.size() - 1).plusDays(1).equals(date)) {
                    add(episodes, stretch);
                    stretch.clear();
                }
                stretch.add(date);
            }
            if (!stretch.isEmpty()) {
                add(episodes, stretch);
            }
            return episodes;
        }

        private void add(Map<String, Message<Episode>> episodes, List<LocalDate> stretch) {
            Status worst =
                    stretch.stream().map(days::get).max(Status::compareTo).orElseThrow();
            Message<Episode> episode = fatigue(
                    ANNA,
                    stretch.get(0).toString(),
                    stretch.get(stretch.size() - 1).toString(),
                    worst);
            episodes.put(episode.key(), episode);
        }
    }
}
