package freshlegs.streams.season;

import freshlegs.model.Sport;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FileDecision.Verdict;
import freshlegs.model.fact.Format;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.WatchProfile;
import freshlegs.streams.SomeFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/**
 * Everything that was ever handed over of one synthetic athlete who hardly runs: months and years between a few days, copies,
 * readings, check-ins, files sent again, archives, and decisions about all of them.
 */
final class ASparseSeason {
    private static final LocalDate BEGIN = LocalDate.of(2019, 3, 1);
    private static final Instant DECIDED = Instant.parse("2025-01-01T00:00:00Z");
    private static final List<Integer> GAPS = List.of(0, 1, 1, 1, 2, 3, 5, 14);
    private static final List<Integer> LONG_GAPS = List.of(83, 84, 85, 86, 90, 201, 290);
    private static final List<Integer> UNCHANGED_GAPS = List.of(8, 15, 30, 61, 83, 84);
    private static final List<Verdict> VERDICTS =
            List.of(Verdict.UNDO, Verdict.UNDO, Verdict.UNDO, Verdict.NONE, Verdict.NONE, Verdict.KEEP, Verdict.SPLIT);

    private final Random random;
    private final SomeFacts ann = SomeFacts.of("ann");
    private final List<LocalDate> days = new ArrayList<>();
    private final Set<Fact> facts = new LinkedHashSet<>();
    private final List<Fact> held = new ArrayList<>();
    private final List<Delivery> files = new ArrayList<>();

    private ASparseSeason(Random random) {
        this.random = random;
    }

    static List<Fact> of(Random random) {
        ASparseSeason season = new ASparseSeason(random);
        season.draw();
        return List.copyOf(season.facts);
    }

    private void draw() {
        LocalDate day = BEGIN;
        int many = 2 + random.nextInt(5);
        for (int i = 0; i < many; i++) {
            days.add(day);
            measured(day);
            day = day.plusDays(anyOf(random.nextInt(6) == 0 ? LONG_GAPS : GAPS));
        }
        int said = random.nextInt(6);
        for (int i = 0; i < said; i++) {
            said(near(anyOf(days)));
        }
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            anotherWatch(near(anyOf(days)));
        }
        if (random.nextBoolean()) {
            held.add(ann.morning(BEGIN.minusDays(1 + random.nextInt(9)), 2));
        }
        facts.addAll(held);
        handedOver();
        decided();
    }

    private void measured(LocalDate day) {
        switch (random.nextInt(8)) {
            case 0 -> held.add(ann.restingHeartRate(day, 45 + random.nextInt(10), random.nextInt(3)));
            case 1 -> {
                copies(day);
                held.add(ann.restingHeartRate(day, 45 + random.nextInt(10), random.nextInt(3)));
                held.add(ann.restingHeartRate(day, 56, 4));
            }
            case 2, 3 -> copies(day);
            default -> held.add(run(day, 5 + random.nextInt(2)));
        }
    }

    /** With watches that believe something of their wearer. */
    private Session run(LocalDate day, int hour) {
        ARun run = ARun.of(ann.athlete(), day).startingAt(hour).minutes(30 + day.getDayOfMonth());
        int seen = day.getDayOfYear() % 3;
        return seen == 0
                ? run.session()
                : run.believedBy(new WatchProfile(
                                OptionalInt.of(40 + day.getDayOfMonth()),
                                seen == 1 ? OptionalInt.of(160 + day.getDayOfMonth()) : OptionalInt.empty(),
                                OptionalInt.empty()))
                        .session();
    }

    /** Some lie across midnight, so that copies of one run belong to different days. */
    private void copies(LocalDate day) {
        Instant start = day.atTime(random.nextInt(4) == 0 ? LocalTime.of(23, 50) : LocalTime.of(6, 0))
                .toInstant(ZoneOffset.UTC);
        int many = 2 + random.nextInt(2);
        for (int i = 0; i < many; i++) {
            ACopy copy = ACopy.of(ann.athlete())
                    .from(start.plusSeconds(300L * random.nextInt(5)))
                    .as(anyOf(List.of(Format.values())))
                    .sport(random.nextInt(5) == 0 ? Sport.WALKING : Sport.RUNNING)
                    .samples(1000 * random.nextInt(3));
            held.add((random.nextInt(9) == 0 ? copy.unreadable() : copy).session());
        }
    }

    private void said(LocalDate day) {
        switch (random.nextInt(5)) {
            case 0 -> facts.add(ann.closed(day));
            case 1 -> facts.add(ann.profile(day, 170 + random.nextInt(30)));
            case 2 -> held.add(ann.afterRun(day, 1 + random.nextInt(10)));
            case 3 -> held.add(ann.morning(day, 7, Set.of(CheckIn.Symptom.FEVER)));
            default -> held.add(ann.morning(day, 1 + random.nextInt(7)));
        }
    }

    /** A reading changes nothing for weeks, until another watch has one: that is said of the day, as two do not compare. */
    private void anotherWatch(LocalDate day) {
        held.add(ann.restingHeartRate(day, 50, 3, "another"));
        held.add(ann.restingHeartRate(day.plusDays(anyOf(UNCHANGED_GAPS)), 52, 5));
    }

    private LocalDate near(LocalDate day) {
        return day.plusDays(anyOf(List.of(-90, -20, -1, -1, -1, 0, 0, 0, 0, 0, 1, 2, 3, 3, 20, 90)));
    }

    private void handedOver() {
        int number = 0;
        for (Fact fact : List.copyOf(new LinkedHashSet<>(held))) {
            int times = List.of(0, 1, 1, 1, 2, 3).get(random.nextInt(6));
            String bytes = "bytes" + number;
            for (int i = 0; i < times; i++) {
                String name = random.nextInt(7) == 0 ? bytes + "-again" : bytes;
                SomeFacts.AFile file = ann.file("f" + number++)
                        .bytes(name)
                        .at(Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(1000)));
                files.add((random.nextInt(3) == 0 ? file.in("zip" + random.nextInt(2)) : file)
                        .with(random.nextInt(8) == 0 ? new Fact[] {fact, anyOf(held)} : new Fact[] {fact}));
            }
        }
        if (random.nextBoolean()) {
            files.add(ann.file("zip0").at(Instant.parse("2023-12-31T00:00:00Z")).with());
        }
        facts.addAll(files);
    }

    private void decided() {
        int many = files.isEmpty() || random.nextInt(3) == 0 ? 0 : random.nextInt(8);
        for (int i = 0; i < many; i++) {
            String target = random.nextInt(4) == 0
                    ? "zip" + random.nextInt(2)
                    : anyOf(files).factId();
            facts.add(ann.decided(target, anyOf(VERDICTS), DECIDED.plusSeconds(random.nextInt(1000))));
        }
    }

    private <T> T anyOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
