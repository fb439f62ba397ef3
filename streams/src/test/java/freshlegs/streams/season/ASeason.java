package freshlegs.streams.season;

import freshlegs.model.Sport;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.FileDecision.Verdict;
import freshlegs.model.fact.PlanDecision;
import freshlegs.model.fact.PlannedPhase;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Retraction;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.WatchProfile;
import freshlegs.model.json.Json;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.result.Prescription;
import freshlegs.model.topic.Topics;
import freshlegs.streams.SomeFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/**
 * A few weeks of one synthetic athlete who travels, wears two watches, corrects what was said, forgets, and owns a watch with a
 * wrong clock now and then: all facts that were ever told of it, in the order of their days.
 */
final class ASeason {
    /** Around the changes of the clock, a leap day, the turn of the year. */
    private static final List<LocalDate> BEGINS = List.of(
            LocalDate.of(2024, 2, 12),
            LocalDate.of(2025, 10, 6),
            LocalDate.of(2026, 3, 9),
            LocalDate.of(2025, 12, 15),
            LocalDate.of(2026, 6, 1));

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/Los_Angeles"),
            ZoneId.of("Pacific/Auckland"),
            ZoneId.of("Pacific/Pago_Pago"),
            ZoneId.of("Asia/Kolkata"));

    private static final List<Verdict> VERDICTS =
            List.of(Verdict.UNDO, Verdict.UNDO, Verdict.NONE, Verdict.KEEP, Verdict.SPLIT);

    private final SomeFacts athlete;
    private final Random random;
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final List<Fact> inFiles = new ArrayList<>();
    private final List<LocalDate> dates = new ArrayList<>();
    private final boolean diligent;
    private boolean wornOut;
    private ZoneId zone;
    private int told;

    private ASeason(SomeFacts athlete, Random random) {
        this.athlete = athlete;
        this.random = random;
        this.diligent = random.nextInt(8) == 0;
        this.zone = anyOf(ZONES);
    }

    /** Three to twelve weeks, more often few; who tells enough to be judged goes on for longer, and is worn out in the end. */
    static List<Fact> of(String athlete, Random random) {
        ASeason season = new ASeason(SomeFacts.of(athlete), random);
        int weeks = 3 + Math.min(random.nextInt(10), Math.min(random.nextInt(10), random.nextInt(10)));
        season.draw(7 * (season.diligent ? 7 + weeks / 3 : weeks));
        return List.copyOf(season.facts.values());
    }

    private void draw(int days) {
        Instant morning = anyOf(BEGINS)
                .plusDays(random.nextInt(14))
                .atTime(7, 0)
                .atZone(zone)
                .toInstant();
        int flight = random.nextInt(3) == 0 ? random.nextInt(days) : days;
        int away = random.nextInt(4) == 0 ? random.nextInt(days) : days;
        for (int day = 0; day < days; day++) {
            zone = day == flight ? anyOf(ZONES) : zone;
            LocalDate date = morning.plus(Duration.ofDays(day)).atZone(zone).toLocalDate();
            dates.add(date);
            wornOut = diligent && day > days - 16;
            if (day < away || day > away + 7) {
                live(date);
            }
        }
        profiles();
        wrongClocks();
        goals();
        files();
        retracted();
        guided();
        planDecided();
        phases();
    }

    private void live(LocalDate date) {
        if (chance(0.6)) {
            ran(date, 5 + random.nextInt(16));
            if (random.nextInt(9) == 0) {
                ran(date, 22);
            }
        }
        measured(date);
        said(date);
        if (chance(0.6)) {
            add(athlete.closed(date));
        }
    }

    private void ran(LocalDate date, int hour) {
        Instant start =
                date.atTime(LocalTime.of(hour, random.nextInt(60))).atZone(zone).toInstant();
        ARun run = run(date, start).on("watch-1");
        add(run.session());
        switch (random.nextInt(12)) {
            case 0, 1 ->
                add(run(date, start.plusSeconds(random.nextInt(120)))
                        .on("phone")
                        .told("r1", random.nextInt(3))
                        .session());
            case 2 -> add(run(date, start).told("r2", random.nextInt(3)).session());
            case 3 ->
                // The phone has noticed the flight, the watch has not.
                add(run(date.plusDays(random.nextBoolean() ? 1 : -1), start)
                        .told("r3", random.nextInt(3))
                        .session());
            case 4 ->
                add(run(date, start.plusSeconds(60))
                        .told("r1", 5)
                        .problem("it runs backwards")
                        .session());
            default -> {}
        }
        if (chance(0.5)) {
            afterRun(date, 0);
            if (random.nextInt(8) == 0) {
                afterRun(date, random.nextInt(3) - 1);
            }
        }
    }

    private ARun run(LocalDate date, Instant start) {
        ARun run = ARun.of(athlete.athlete(), date)
                .startedAt(start)
                .takenInAt(synced(date))
                .minutes(random.nextInt(3) == 0 ? 40 : 6 + random.nextInt(25))
                .at(2.5 + 0.01 * random.nextInt(100))
                .heart(130 + random.nextInt(40))
                .heartRateShare(anyOf(List.of(1.0, 1.0, 1.0, 0.8, 0.0)));
        if (random.nextInt(6) == 0) {
            run.repeats(6, 400, 4 + 0.1 * random.nextInt(8));
        }
        if (random.nextInt(6) == 0) {
            run.believedBy(new WatchProfile(
                    OptionalInt.of(42 + random.nextInt(10)), OptionalInt.empty(), OptionalInt.empty()));
        }
        if (random.nextInt(6) == 0) {
            run.rpe(1 + random.nextInt(10));
        }
        return random.nextInt(12) == 0 ? run.sport(anyOf(List.of(Sport.CYCLING, Sport.WALKING, Sport.OTHER))) : run;
    }

    private void measured(LocalDate date) {
        Instant at = date.atTime(6, 0).atZone(zone).toInstant();
        int times = random.nextInt(8) == 0 ? 2 : 1;
        for (int i = 0; i < times; i++) {
            Instant observed = at.plusSeconds(60L * random.nextInt(3));
            if (chance(0.7)) {
                add(new Reading.RestingHeartRate(
                        athlete.athlete(), date, next(), synced(date), observed, "watch-1", restingBpm()));
            }
            if (chance(0.5)) {
                add(new Reading.Hrv(
                        athlete.athlete(), date, next(), synced(date), observed, "watch-1", 40 + random.nextInt(40)));
            }
            if (chance(0.5)) {
                add(new Reading.Sleep(
                        athlete.athlete(), date, next(), synced(date), observed, "watch-1", 5 + random.nextInt(5)));
            }
        }
    }

    private void said(LocalDate date) {
        int times = !chance(0.6) ? 0 : random.nextInt(8) == 0 ? 2 : 1;
        for (int i = 0; i < times; i++) {
            Instant recorded = date.atTime(8, 0).atZone(zone).toInstant().plusSeconds(random.nextInt(3));
            add(new CheckIn.Morning(
                    athlete.athlete(),
                    date,
                    next(),
                    synced(date),
                    recorded,
                    OptionalInt.of(answer()),
                    OptionalInt.of(answer()),
                    OptionalInt.of(answer()),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    random.nextBoolean() ? OptionalDouble.of(7.25) : OptionalDouble.empty(),
                    random.nextInt(4) == 0 ? OptionalDouble.of(50) : OptionalDouble.empty(),
                    Optional.of(random.nextInt(9) == 0),
                    Optional.empty(),
                    Optional.empty(),
                    random.nextInt(diligent ? 400 : 25) == 0
                            ? Set.of(anyOf(List.of(CheckIn.Symptom.values())))
                            : Set.of()));
        }
    }

    private void afterRun(LocalDate date, int recordedLater) {
        add(new CheckIn.AfterRun(
                athlete.athlete(),
                date,
                1,
                next(),
                synced(date),
                date.atTime(21, 0).toInstant(ZoneOffset.UTC).plusSeconds(recordedLater),
                OptionalInt.of(1 + random.nextInt(10)),
                OptionalInt.of(1 + random.nextInt(10)),
                Optional.empty(),
                Set.of()));
    }

    /** Some dated back, some before the season, some twice on one day. */
    private void profiles() {
        int many = random.nextInt(4);
        for (int i = 0; i < many; i++) {
            LocalDate from = i == 0 ? Profile.SINCE_EVER : anyOf(dates).minusDays(random.nextInt(20));
            Instant stated = SomeFacts.nextNoon(anyOf(dates));
            add(new Profile(
                    athlete.athlete(),
                    from,
                    next(),
                    stated,
                    stated,
                    Optional.of(zone),
                    Optional.empty(),
                    random.nextBoolean() ? OptionalInt.of(1985) : OptionalInt.empty(),
                    random.nextBoolean() ? OptionalInt.of(45 + random.nextInt(10)) : OptionalInt.empty(),
                    random.nextBoolean() ? OptionalInt.of(180 + random.nextInt(15)) : OptionalInt.empty(),
                    OptionalInt.empty(),
                    random.nextBoolean() ? OptionalInt.of(240 + random.nextInt(60)) : OptionalInt.empty()));
        }
    }

    private void wrongClocks() {
        int many = random.nextInt(3);
        for (int i = 0; i < many; i++) {
            Instant sync = SomeFacts.nextNoon(anyOf(dates));
            Instant wrong = anyOf(List.of(
                    Instant.parse("2036-02-07T06:28:16Z"),
                    Instant.parse("1989-12-31T00:00:00Z"),
                    sync.plus(Duration.ofHours(25)),
                    sync.plus(Duration.ofHours(49))));
            LocalDate date = wrong.atZone(zone).toLocalDate();
            add(
                    random.nextBoolean()
                            ? run(date, wrong).takenInAt(sync).session()
                            : new Reading.RestingHeartRate(
                                    athlete.athlete(), date, next(), sync, wrong, "watch-1", 60));
        }
    }

    private void goals() {
        for (int many = random.nextInt(3); many > 0; many--) {
            LocalDate from = random.nextInt(3) == 0 ? dates.get(0).minusDays(random.nextInt(30)) : anyOf(dates);
            add(athlete.race(
                    from, from.plusDays(20 + random.nextInt(80)), 5000 + random.nextInt(9), random.nextInt(2)));
        }
    }

    /** One telling or all of a fact, some lifted again by an edit. */
    private void retracted() {
        List<Fact> retractable = facts.values().stream()
                .filter(fact -> fact.kind() == FactKind.SESSION || Retraction.RETRACTABLE.contains(fact.kind()))
                .toList();
        for (int many = random.nextInt(3) * random.nextInt(2); many > 0 && !retractable.isEmpty(); many--) {
            Fact gone = anyOf(retractable);
            Optional<String> revision = random.nextBoolean() ? Optional.empty() : Optional.of(gone.revision());
            add(athlete.retracted(gone, revision, 0, false));
            if (random.nextInt(3) == 0) {
                add(athlete.retracted(gone, revision, 1, true));
            }
        }
    }

    /** The guide's plan, on which terms and from which benchmarks, and who may train again. */
    private void guided() {
        new AGuidedPlan(athlete, random, dates).facts().forEach(this::add);
    }

    /** Some answer what was adjusted as it stood then, and some days are issued as they stood, which what comes late may change. */
    private void planDecided() {
        if (random.nextInt(4) != 0) {
            return;
        }
        List<Prescription> asked = Oracle.of(facts.values())
                .all()
                .getOrDefault(Topics.PRESCRIPTION, Collections.emptySortedMap())
                .values()
                .stream()
                .map(json -> Json.read(json, Prescription.class))
                .toList();
        List<Prescription> adjusted =
                asked.stream().filter(day -> day.adjustment().isPresent()).toList();
        for (int many = random.nextInt(4); many > 0 && !adjusted.isEmpty(); many--) {
            Prescription day = anyOf(adjusted);
            Adjustment adjustment = day.adjustment().orElseThrow();
            add(athlete.decided(
                    day.date(),
                    adjustment.cause(),
                    random.nextInt(4) == 0 ? "0123456789abcdef" : adjustment.revision(),
                    anyOf(List.of(PlanDecision.Verdict.values())),
                    random.nextInt(2)));
        }
        for (int many = random.nextInt(6); many > 0 && !asked.isEmpty(); many--) {
            Prescription day = anyOf(asked);
            Prescription other = random.nextInt(5) == 0 ? anyOf(asked) : day;
            add(AGuidedPlan.issued(day.date(), other, random.nextInt(3)));
        }
    }

    /** Some planned before the season, some edited, cancelled or taken back. */
    private void phases() {
        for (int many = random.nextInt(3); many > 0; many--) {
            LocalDate first = random.nextInt(4) == 0 ? dates.get(0).minusDays(random.nextInt(30)) : anyOf(dates);
            PlannedPhase told = phase(first, 0, false);
            add(told);
            if (random.nextInt(3) == 0) {
                add(phase(first, 1, random.nextBoolean()));
            }
            if (random.nextInt(6) == 0) {
                add(athlete.retracted(told));
            }
        }
    }

    private PlannedPhase phase(LocalDate first, int edit, boolean cancelled) {
        PlannedPhase.Phase any = anyOf(List.of(PlannedPhase.Phase.values()));
        return athlete.phase(first, first.plusDays(random.nextInt(28)), any, edit, cancelled);
    }

    private void files() {
        List<Delivery> files = new ArrayList<>();
        for (Fact fact : List.copyOf(inFiles)) {
            int times = random.nextInt(12) == 0 ? 2 : random.nextInt(8) == 0 ? 1 : 0;
            for (int i = 0; i < times; i++) {
                SomeFacts.AFile file = athlete.file("f" + files.size())
                        .at(SomeFacts.nextNoon(anyOf(dates)))
                        .bytes(random.nextInt(3) == 0 ? next() : fact.kind() + fact.factId() + fact.revision());
                file = random.nextInt(4) == 0 ? file.in("zip" + random.nextInt(2)) : file;
                file = random.nextInt(15) == 0 ? file.salvaged("it ends early", 80) : file;
                files.add(file.with(random.nextInt(8) == 0 ? new Fact[] {fact, anyOf(inFiles)} : new Fact[] {fact}));
            }
        }
        files.forEach(this::add);
        int decisions = files.isEmpty() || random.nextInt(3) == 0 ? 0 : random.nextInt(4);
        for (int i = 0; i < decisions; i++) {
            String target = random.nextInt(5) == 0
                    ? "zip" + random.nextInt(2)
                    : anyOf(files).factId();
            add(athlete.decided(target, anyOf(VERDICTS), SomeFacts.nextNoon(anyOf(dates))));
        }
    }

    private void add(Fact fact) {
        if (facts.putIfAbsent(fact.kind() + fact.factId() + "/" + fact.revision(), fact) == null
                && (fact instanceof Session || fact instanceof Reading || fact instanceof CheckIn)) {
            inFiles.add(fact);
        }
    }

    private static Instant synced(LocalDate date) {
        return SomeFacts.nextNoon(date);
    }

    private String next() {
        return "t" + told++;
    }

    private int restingBpm() {
        return (wornOut ? 58 : 46) + random.nextInt(diligent ? 4 : 12);
    }

    private int answer() {
        return diligent ? (wornOut ? 5 : 2) + random.nextInt(2) : 1 + random.nextInt(7);
    }

    private boolean chance(double often) {
        return random.nextDouble() < often * (diligent ? 1.5 : 0.4);
    }

    private <T> T anyOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
