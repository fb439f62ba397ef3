package freshlegs.streams.review;

import freshlegs.model.fact.PlannedPhase.Phase;
import freshlegs.model.result.Prescription.Aim;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a week was meant to be: part of a planned phase that held on most of its days, or shortly before a race. */
record Occasion(Optional<Phase> phase, boolean beforeARace) {
    private static final int MOST_DAYS = 4;

    /** A taper lasts up to three weeks (Wang 2023). */
    private static final int TAPER_DAYS = 21;

    static Occasion of(Weeks weeks, Optional<Aim> aim) {
        return new Occasion(phase(weeks), isBeforeARace(weeks, aim));
    }

    boolean isMeantToTire() {
        return phase.filter(Phase.BLOCK::equals).isPresent();
    }

    private static Optional<Phase> phase(Weeks weeks) {
        List<Phase> held =
                weeks.current().stream().flatMap(day -> day.phase().stream()).toList();
        return held.stream()
                .filter(phase -> held.stream().filter(phase::equals).count() >= MOST_DAYS)
                .findFirst();
    }

    private static boolean isBeforeARace(Weeks weeks, Optional<Aim> aim) {
        LocalDate latest = weeks.sunday().plusDays(TAPER_DAYS);
        return aim.map(Aim::date)
                .filter(race -> race.isAfter(weeks.monday()) && !race.isAfter(latest))
                .isPresent();
    }

    /** Behind a word for the week; {@code lighter} says that less was trained, as one does before a race. */
    String said(boolean lighter) {
        if (phase.isEmpty()) {
            return lighter && beforeARace ? " before the race" : "";
        }
        return switch (phase.get()) {
            case BLOCK -> " of the planned hard block";
            case TAPER -> " of the planned taper";
            case AWAY, TRAVEL -> ", away as planned";
            case BUSY, HEAT, ICE -> "";
        };
    }
}
