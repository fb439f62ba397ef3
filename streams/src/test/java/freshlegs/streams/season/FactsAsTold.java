package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Benchmark;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Clearance;
import freshlegs.model.fact.DayClosed;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FileDecision;
import freshlegs.model.fact.Goal;
import freshlegs.model.fact.IssuedSession;
import freshlegs.model.fact.PlanDecision;
import freshlegs.model.fact.PlanTerms;
import freshlegs.model.fact.PlannedPhase;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Retraction;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.WeekOrder;
import freshlegs.model.json.Json;
import freshlegs.model.topic.RecordKey;
import freshlegs.streams.plan.Wishes;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One athlete's facts, each telling once, and what is to be believed of them day by day. */
record FactsAsTold(Collection<Fact> facts) {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final Comparator<Fact> BELIEF =
            Comparator.comparingLong(Fact::rank).thenComparing(Fact::revision);

    /** Of a telling that came often the latest counts. */
    static FactsAsTold of(Collection<Fact> told) {
        Comparator<Fact> last = Comparator.comparing(Fact::ingestedAt).thenComparing(Json::write, Arrays::compare);
        Map<String, Fact> once = new TreeMap<>();
        told.forEach(fact -> once.merge(
                RecordKey.of(fact),
                fact,
                (one, other) -> one.equals(other) || last.compare(one, other) >= 0 ? one : other));
        return new FactsAsTold(once.values());
    }

    <F extends Fact> List<F> all(Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    CopyOracle copies() {
        return new CopyOracle(all(Session.class), all(Delivery.class), all(FileDecision.class), all(Retraction.class));
    }

    /** What is to be believed at all: one copy of each run, nothing that was taken back or has a wrong clock. */
    private List<Fact> counted(CopyOracle copies) {
        return Stream.concat(
                        copies.runs().stream().map(CopyOracle.Run::leader),
                        facts.stream()
                                .filter(fact -> !(fact instanceof Session))
                                .filter(fact -> !copies.isTakenBack(fact.ref())))
                .filter(FactsAsTold::isFromRightClock)
                .toList();
    }

    /** Every day from the first on which something was measured or said to the last that was heard of or closed. */
    List<DayFacts> days(AthleteId athlete, CopyOracle copies) {
        List<Fact> counted = counted(copies);
        List<LocalDate> measured = dates(counted.stream().filter(FactsAsTold::isMeasured));
        List<LocalDate> known = dates(counted.stream().filter(fact -> isMeasured(fact) || fact instanceof CheckIn));
        List<LocalDate> over = dates(counted.stream().filter(DayClosed.class::isInstance));
        List<DayFacts> days = new ArrayList<>();
        if (known.isEmpty()) {
            return days;
        }
        LocalDate first = known.get(0);
        LocalDate last = Stream.concat(known.stream(), over.stream())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate heardOf = measured.isEmpty() ? first.minusDays(1) : measured.get(measured.size() - 1);
        Map<LocalDate, List<Fact>> byDate = counted.stream().collect(Collectors.groupingBy(Fact::localDate));
        List<Profile> stated = counted.stream()
                .filter(Profile.class::isInstance)
                .map(Profile.class::cast)
                .toList();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            LocalDate today = date;
            List<Fact> here = byDate.getOrDefault(today, List.of());
            List<Profile> profiles = stated.stream()
                    .filter(profile -> today.equals(first)
                            ? !profile.localDate().isAfter(today)
                            : profile.localDate().equals(today))
                    .sorted(Comparator.comparing(Profile::localDate).thenComparing(BELIEF))
                    .toList();
            days.add(new DayFacts(
                    athlete,
                    today,
                    profiles,
                    here.stream()
                            .filter(Session.class::isInstance)
                            .map(Session.class::cast)
                            .toList(),
                    winners(here, Reading.class),
                    winners(here, CheckIn.class),
                    !today.isAfter(heardOf),
                    wishes(counted, today.equals(first) ? LocalDate.MIN : today, today)));
        }
        return days;
    }

    /** What people ask of the days after the last one. */
    List<Wishes> ahead(CopyOracle copies, LocalDate last, int days) {
        List<Fact> counted = counted(copies);
        return IntStream.rangeClosed(1, days)
                .mapToObj(last::plusDays)
                .map(day -> wishes(counted, day, day))
                .toList();
    }

    /** What is stated last in these days, what is dated in them, and what was decided and issued on the last of them. */
    private static Wishes wishes(List<Fact> counted, LocalDate from, LocalDate day) {
        List<Fact> within = counted.stream()
                .filter(fact ->
                        !fact.localDate().isBefore(from) && !fact.localDate().isAfter(day))
                .toList();
        List<Fact> today =
                counted.stream().filter(fact -> fact.localDate().equals(day)).toList();
        return new Wishes(
                latest(within, Goal.class),
                winners(today, PlanDecision.class),
                latest(within, PlanTerms.class),
                winners(within, Benchmark.class),
                latest(within, Clearance.class),
                winners(today, IssuedSession.class).stream().findFirst(),
                winners(within, PlannedPhase.class),
                winners(today, WeekOrder.class).stream().findFirst());
    }

    private static <F extends Fact> Optional<F> latest(List<Fact> within, Class<F> type) {
        return within.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .max(Comparator.comparing((F fact) -> fact.localDate()).thenComparing(BELIEF));
    }

    /** The plan is shown two weeks ahead, and may be decided about; phases are planned a year ahead. */
    static boolean isFromRightClock(Fact fact) {
        Duration ahead = Duration.ofDays(
                fact instanceof PlannedPhase || fact instanceof PlanTerms || fact instanceof WeekOrder
                        ? 367
                        : fact instanceof PlanDecision ? 15 : 1);
        LocalDate tomorrow = LocalDate.ofInstant(fact.ingestedAt().plus(ahead), ZoneOffset.UTC);
        return !fact.localDate().isBefore(EARLIEST) && !fact.localDate().isAfter(tomorrow);
    }

    private static boolean isMeasured(Fact fact) {
        return fact instanceof Session || fact instanceof Reading;
    }

    private static List<LocalDate> dates(Stream<Fact> some) {
        return some.map(Fact::localDate).sorted().toList();
    }

    /** Of each thing measured or said the telling with the highest rank, then the highest revision. */
    private static <F extends Fact> List<F> winners(List<Fact> here, Class<F> type) {
        return List.copyOf(here.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .collect(Collectors.toMap(
                        fact -> fact.kind().key() + "/" + fact.factId(),
                        fact -> fact,
                        (one, other) -> BELIEF.compare(one, other) >= 0 ? one : other,
                        TreeMap::new))
                .values());
    }
}
