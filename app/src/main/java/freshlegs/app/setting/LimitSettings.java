package freshlegs.app.setting;

import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A setting for every bound of the intake. */
final class LimitSettings {
    private static final Map<Limit, Setting<Integer>> ALL = settings();

    private LimitSettings() {}

    static List<Setting<?>> all() {
        return List.copyOf(ALL.values());
    }

    static Limits of(Settings settings) {
        Limits limits = Limits.STANDARD;
        for (Map.Entry<Limit, Setting<Integer>> each : ALL.entrySet()) {
            limits = limits.with(each.getKey(), settings.get(each.getValue()));
        }
        return limits;
    }

    private static Map<Limit, Setting<Integer>> settings() {
        Map<Limit, Setting<Integer>> settings = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            settings.put(
                    limit,
                    new Setting<>(
                            limit.setting(),
                            Optional.empty(),
                            "number " + limit.lowest() + " to " + limit.highest(),
                            Integer.toString(limit.standard()),
                            "The most " + limit.what() + ".",
                            Read.number(limit.lowest(), limit.highest())));
        }
        return settings;
    }
}
