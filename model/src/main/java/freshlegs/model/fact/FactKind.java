package freshlegs.model.fact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The kinds of fact, spelled in keys as {@code resting-heart-rate}. */
public enum FactKind {
    RECORDING,
    SESSION,
    RESTING_HEART_RATE,
    HRV,
    SLEEP,
    MORNING_CHECKIN,
    RUN_CHECKIN,
    PROFILE,
    DAY_CLOSED,
    DELIVERY,
    FILE_DECISION,
    GOAL,
    PLAN_DECISION,
    ALERT_VERDICT,
    SILENCE,
    NOTE,
    PLANNED_PHASE,
    PLAN_TERMS,
    BENCHMARK,
    CLEARANCE,
    ISSUED_SESSION,
    WEEK_ORDER,
    RETRACTION;

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    @JsonValue
    public String key() {
        return key;
    }
}
