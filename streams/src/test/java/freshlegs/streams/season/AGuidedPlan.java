package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import freshlegs.model.fact.Benchmark;
import freshlegs.model.fact.Clearance;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.Goal;
import freshlegs.model.fact.IssuedSession;
import freshlegs.model.fact.PlanTerms;
import freshlegs.model.fact.WeekOrder;
import freshlegs.model.json.Revision;
import freshlegs.model.result.Prescription;
import freshlegs.streams.SomeFacts;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * What is stated of one synthetic athlete's plan: terms that change and end, benchmarks that are corrected and withdrawn, leaves to
 * train again, some before the season, some said twice, some taken back.
 */
final class AGuidedPlan {
    private static final Person COACH = new Person(Person.Role.COACH, "c");
    private static final List<Integer> DISTANCES = List.of(1500, 3000, 5000, 10_000);

    private final SomeFacts athlete;
    private final AthleteId id;
    private final Random random;
    private final List<LocalDate> dates;

    AGuidedPlan(SomeFacts athlete, Random random, List<LocalDate> dates) {
        this.athlete = athlete;
        this.id = athlete.athlete();
        this.random = random;
        this.dates = dates;
    }

    /** Of two athletes in three one has a plan. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        if (random.nextInt(3) > 0) {
            for (int many = 1 + random.nextInt(3); many > 0; many--) {
                facts.add(terms(day()));
            }
            for (int many = random.nextInt(4); many > 0; many--) {
                facts.add(benchmark(day()));
            }
        }
        for (int many = random.nextInt(3) * random.nextInt(2); many > 0; many--) {
            facts.add(clearance(day()));
        }
        for (int many = random.nextInt(3); many > 0; many--) {
            facts.add(order(day()));
        }
        if (!facts.isEmpty() && random.nextInt(6) == 0) {
            facts.add(athlete.retracted(facts.get(random.nextInt(facts.size()))));
        }
        return facts;
    }

    /** The day as {@code asked} says, told so many hours after it began. */
    static IssuedSession issued(LocalDate date, Prescription asked, int hour) {
        Instant at = date.atTime(hour, 5).toInstant(ZoneOffset.UTC);
        IssuedSession draft = new IssuedSession(
                asked.athlete(),
                date,
                "",
                at,
                at,
                asked.level(),
                asked.levelName(),
                asked.planned(),
                asked.adjustment());
        return draft.as(Revision.of(draft));
    }

    private LocalDate day() {
        return random.nextInt(4) == 0 ? dates.get(0).minusDays(random.nextInt(40)) : any(dates);
    }

    private PlanTerms terms(LocalDate from) {
        List<DayOfWeek> days = anyDays();
        Instant said = said(from.minusDays(random.nextInt(30)));
        PlanTerms draft = new PlanTerms(
                id,
                from,
                "",
                said,
                said,
                random.nextInt(3),
                Set.copyOf(days),
                any(days),
                any(List.of(PlanTerms.Mode.values())),
                random.nextInt(5),
                random.nextInt(6) == 0,
                COACH);
        return draft.as(Revision.of(draft));
    }

    /** Three to six. */
    private List<DayOfWeek> anyDays() {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        int many = 3 + random.nextInt(4);
        while (days.size() < many) {
            days.add(any(List.of(DayOfWeek.values())));
        }
        return List.copyOf(days);
    }

    private Benchmark benchmark(LocalDate on) {
        int metres = any(DISTANCES);
        Instant said = said(on.plusDays(random.nextInt(5)));
        Benchmark draft = new Benchmark(
                id,
                on,
                "",
                said,
                said,
                random.nextInt(3),
                any(List.of(Goal.Event.values())),
                metres,
                (int) (metres / (3 + 2 * random.nextDouble())),
                random.nextInt(6) == 0,
                COACH);
        return draft.as(Revision.of(draft));
    }

    private Clearance clearance(LocalDate from) {
        Instant said = said(from);
        Clearance draft = new Clearance(
                id, from, "", said, said, random.nextInt(3), random.nextInt(4) == 0, Optional.empty(), COACH);
        return draft.as(Revision.of(draft));
    }

    private WeekOrder order(LocalDate day) {
        Instant said = said(day);
        List<DayOfWeek> days = new ArrayList<>(WeekOrder.USUAL);
        Collections.swap(days, random.nextInt(7), random.nextInt(7));
        WeekOrder draft = new WeekOrder(
                id,
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                "",
                said,
                said,
                random.nextInt(3),
                days,
                Optional.empty(),
                COACH);
        return draft.as(Revision.of(draft));
    }

    private static Instant said(LocalDate day) {
        return day.atTime(7, 0).toInstant(ZoneOffset.UTC);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
