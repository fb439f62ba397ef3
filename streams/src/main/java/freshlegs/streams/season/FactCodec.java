package freshlegs.streams.season;

import freshlegs.model.compact.Compact;
import freshlegs.model.compact.Layout;
import freshlegs.model.fact.AlertVerdict;
import freshlegs.model.fact.Benchmark;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Clearance;
import freshlegs.model.fact.DayClosed;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.FileDecision;
import freshlegs.model.fact.Goal;
import freshlegs.model.fact.IssuedSession;
import freshlegs.model.fact.Note;
import freshlegs.model.fact.PlanDecision;
import freshlegs.model.fact.PlanTerms;
import freshlegs.model.fact.PlannedPhase;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Retraction;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.Silence;
import freshlegs.model.fact.WeekOrder;
import freshlegs.model.json.Json;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Facts as bytes and back; the key tells the kind. The layout by which facts were written is kept beside them, so that a later
 * program, to which a fact looks different, still reads them.
 */
final class FactCodec {
    private static final Map<FactKind, Compact<? extends Fact>> CODECS = new EnumMap<>(FactKind.class);

    static {
        Map<Class<? extends Fact>, Compact<? extends Fact>> byType = new HashMap<>();
        for (FactKind kind : FactKind.values()) {
            CODECS.put(kind, byType.computeIfAbsent(typeOf(kind), Compact::of));
        }
    }

    private final Layouts layouts;

    FactCodec(Shelf shelf) {
        this.layouts = new Layouts(shelf);
    }

    byte[] write(Fact fact) {
        return write(codec(fact.kind()), fact);
    }

    private <F extends Fact> byte[] write(Compact<F> codec, Fact fact) {
        layouts.keep(codec);
        return codec.write(codec.type().cast(fact));
    }

    Fact read(FactKind kind, byte[] bytes) {
        Compact<? extends Fact> codec = codec(kind);
        if (codec.isOwn(bytes)) {
            return codec.read(bytes);
        }
        if (!Compact.isCompact(bytes)) {
            return Json.read(bytes, codec.type());
        }
        Layout old = layouts.of(bytes)
                .orElseThrow(() -> new IllegalStateException("a fact is kept by a layout that nothing is known of"));
        return codec.read(bytes, old);
    }

    private static Compact<? extends Fact> codec(FactKind kind) {
        Compact<? extends Fact> codec = CODECS.get(kind);
        if (codec == null) {
            throw new IllegalArgumentException("no such kind of fact");
        }
        return codec;
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
            case PLANNED_PHASE -> PlannedPhase.class;
            case PLAN_TERMS -> PlanTerms.class;
            case BENCHMARK -> Benchmark.class;
            case CLEARANCE -> Clearance.class;
            case ISSUED_SESSION -> IssuedSession.class;
            case WEEK_ORDER -> WeekOrder.class;
            case ALERT_VERDICT -> AlertVerdict.class;
            case SILENCE -> Silence.class;
            case NOTE -> Note.class;
            case RETRACTION -> Retraction.class;
        };
    }
}
