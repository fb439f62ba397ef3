package freshlegs.streams.plan;

import freshlegs.model.plan.Block;
import freshlegs.model.plan.Step.Part;
import freshlegs.model.plan.Workout;
import java.util.List;
import java.util.Optional;

/** A workout made to fit into so many minutes and metres; metres that are not known fit. */
record Fitting(Making making, int mostMinutes, int mostMetres) {
    private static final int LEAST_AROUND_SECONDS = 8 * 60;

    Optional<Workout> fitted() {
        if (fits() || making.workout().kind() == Workout.Kind.RACE) {
            return Optional.of(making.workout());
        }
        return trimmed(Part.WARM_UP).trimmed(Part.COOL_DOWN).withoutDrills().less();
    }

    private boolean fits() {
        return making.workout().minutes() <= mostMinutes && making.workout().metres() <= mostMetres;
    }

    private Fitting of(Making made) {
        return new Fitting(made, mostMinutes, mostMetres);
    }

    /** In whole minutes as long as there are some. */
    private Fitting trimmed(Part part) {
        int there =
                making.steps(part).mapToInt(step -> step.seconds().orElse(0)).sum();
        if (fits() || there <= LEAST_AROUND_SECONDS) {
            return this;
        }
        double speed =
                making.steps(part).mapToDouble(making.sizing()::speed).max().orElse(1);
        double tooLong = Math.max(secondsTooLong(), metresTooFar() / speed);
        int left = Math.max(LEAST_AROUND_SECONDS, there - 60 * (int) Math.ceil(tooLong / 60));
        return of(making.each(part, step -> Making.lasting(step, left)));
    }

    private Fitting withoutDrills() {
        List<Block> rest = making.workout().blocks().stream()
                .filter(block -> block.steps().stream().noneMatch(step -> step.part() == Part.DRILLS))
                .toList();
        return fits() || making.workout().kind() == Workout.Kind.TECHNICAL || rest.isEmpty()
                ? this
                : of(making.of(rest));
    }

    private Optional<Workout> less() {
        if (fits()) {
            return Optional.of(making.workout());
        }
        Amount amount = new Amount(making);
        double tooMany = Math.max(secondsTooLong() / amount.secondsOfOne(), over(metresTooFar(), amount.metresOfOne()));
        for (int left = amount.value() - (int) Math.ceil(tooMany); left > 0 && 2 * left >= amount.value(); left--) {
            Fitting less = of(amount.made(left));
            if (less.fits()) {
                return Optional.of(less.making.workout());
            }
        }
        return Optional.empty();
    }

    private static double over(double metres, double metresOfOne) {
        return metres <= 0 ? 0 : metres / metresOfOne;
    }

    private double secondsTooLong() {
        return making.sizing().seconds(making.workout().blocks()) - 60.0 * mostMinutes;
    }

    private double metresTooFar() {
        return making.sizing().metres(making.workout().blocks()) - mostMetres;
    }
}
