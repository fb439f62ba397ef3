package freshlegs.streams.season;

import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.DayClosed;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.FileDecision;
import freshlegs.model.fact.Goal;
import freshlegs.model.fact.PlanDecision;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Retraction;
import freshlegs.model.fact.Session;
import freshlegs.model.json.Json;

/** Facts as bytes and back; the key tells the kind. */
final class FactCodec {
    private FactCodec() {}

    static byte[] write(Fact fact) {
        return Json.write(fact);
    }

    static Fact read(FactKind kind, byte[] bytes) {
        return Json.read(bytes, typeOf(kind));
    }

    private static Class<? extends Fact> typeOf(FactKind kind) {
        return switch (kind) {
            case RECORDING -> Recording.class;
            case SESSION -> Session.class;
            case RESTING_HEART_RATE, HRV, SLEEP -> Reading.class;
            case MORNING_CHECKIN, RUN_CHECKIN -> CheckIn.class;
            case PROFILE -> Profile.class;
            case DAY_CLOSED -> DayClosed.class;
            case DELIVERY -> Delivery.class;
            case FILE_DECISION -> FileDecision.class;
            case GOAL -> Goal.class;
            case PLAN_DECISION -> PlanDecision.class;
            case RETRACTION -> Retraction.class;
        };
    }
}
