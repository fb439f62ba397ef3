package freshlegs.coach;

import java.util.List;

/** A plan as somebody asks for it on its page: all in the words that were typed, empty where nothing was. */
public record PlanWish(
        String event,
        String distance,
        String on,
        String target,
        String baselineDistance,
        String baselineTime,
        String baselineOn,
        List<String> days,
        String longRun,
        String mode) {
    public PlanWish {
        days = List.copyOf(days);
    }
}
