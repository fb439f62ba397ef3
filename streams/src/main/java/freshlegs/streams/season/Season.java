package freshlegs.streams.season;

import freshlegs.model.Status;
import freshlegs.model.result.Prescription;
import freshlegs.model.result.StatusDay;
import freshlegs.model.result.TrendDay;
import freshlegs.streams.alert.AlertDay;
import freshlegs.streams.load.LoadDay;
import freshlegs.streams.plan.Plan;
import freshlegs.streams.plan.PlanDay;
import freshlegs.streams.plan.PlanFacts;
import freshlegs.streams.signal.SignalDay;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The fold over an athlete's days: each day follows from the days before it and its own facts alone. */
public final class Season {

    /** How many days back {@link #next} looks at most; anything older is carried forward inside the days. */
    public static final int LOOK_BACK_DAYS = 84;

    private Season() {}

    /** The day after {@code recent}, which is oldest first, without gaps and at most {@link #LOOK_BACK_DAYS} long. */
    public static SeasonDay next(List<SeasonDay> recent, DayFacts today) {
        var kind = !today.sessions().isEmpty()
                ? TrendDay.Kind.TRAINED
                : today.heardOfLater() ? TrendDay.Kind.REST : TrendDay.Kind.MISSING;
        OptionalDouble none = OptionalDouble.empty();
        TrendDay trend = new TrendDay(
                today.athlete(),
                today.date(),
                kind,
                0,
                Optional.empty(),
                0,
                0,
                0,
                0,
                0,
                none,
                none,
                0,
                0,
                0,
                0,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                List.of());
        StatusDay status = new StatusDay(
                today.athlete(),
                today.date(),
                Status.UNKNOWN,
                "Too little is known.",
                false,
                List.of(),
                List.of(),
                List.of());
        return new SeasonDay(
                today.athlete(),
                today.date(),
                trend,
                status,
                List.of(),
                new LoadDay(0),
                new SignalDay(false),
                new AlertDay(false),
                Plan.next(
                        plans(recent),
                        new PlanFacts(
                                today.athlete(), today.date(), status, today.sessions(), today.checkIns(), none)));
    }

    /** What the {@code days} after the last of {@code recent} would ask if the athlete's state stayed as it is. */
    public static List<Prescription> outlook(List<SeasonDay> recent, int days) {
        return recent.isEmpty() ? List.of() : Plan.outlook(recent.get(0).athlete(), plans(recent), days);
    }

    private static List<PlanDay> plans(List<SeasonDay> recent) {
        return recent.stream().map(SeasonDay::plan).toList();
    }
}
