package freshlegs.streams.plan;

import freshlegs.model.plan.Workout;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a person may ask for instead of an adjusted session: nothing harder than the plan itself would give. */
final class NamedWorkout {
    static final String REST = "rest";

    private static final int EASY_MINUTES = 30;
    private static final Map<String, Supplier<Workout>> KNOWN =
            Map.of(REST, Week::rest, "easy", () -> Week.easy(EASY_MINUTES), "technical", Week::technicalRun);

    private NamedWorkout() {}

    static Optional<Workout> of(String name) {
        return Optional.ofNullable(KNOWN.get(name)).map(Supplier::get);
    }
}
