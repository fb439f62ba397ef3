package freshlegs.app.evaluate;

import freshlegs.model.result.Episode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Each method's tally over the same athletes. */
record Scores(Map<Method, Tally> byMethod) {
    static final Scores NONE = new Scores(Map.of());

    Scores {
        Map<Method, Tally> ordered = new EnumMap<>(Method.class);
        ordered.putAll(byMethod);
        byMethod = Collections.unmodifiableMap(ordered);
    }

    static Scores of(History history) {
        Truth truth = new Truth(history);
        Map<Method, Tally> byMethod = new EnumMap<>(Method.class);
        for (Method method : Method.values()) {
            List<Episode> episodes = method == Method.FRESHLEGS ? history.episodes() : List.of();
            byMethod.put(method, Tally.of(history, truth, method.alarms(history), episodes));
        }
        return new Scores(byMethod);
    }

    Scores plus(Scores other) {
        Map<Method, Tally> all = new EnumMap<>(Method.class);
        for (Method method : Method.values()) {
            all.put(method, of(method).plus(other.of(method)));
        }
        return new Scores(all);
    }

    Tally of(Method method) {
        return byMethod.getOrDefault(method, Tally.NONE);
    }

    Tally ours() {
        return of(Method.FRESHLEGS);
    }
}
