package freshlegs.streams.alert;

import freshlegs.model.Status;
import freshlegs.model.result.Episode;
import freshlegs.model.result.Episode.Cause;
import freshlegs.model.result.Episode.Ground;
import freshlegs.model.result.StatusDay;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.signal.SignalDay;
import freshlegs.streams.signal.Signals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The day's episodes, each with its own account of why it stands and of what would clear it. */
record Accounts(
        AlertHistory past,
        AlertDay day,
        List<SignalDay> pastSignals,
        Signals signals,
        Reasons reasons,
        Symptoms symptoms,
        Rules rules) {

    List<Episode> episodes(List<Episode> yesterdays, StatusDay today) {
        List<Episode> episodes = new ArrayList<>();
        Episodes.next(
                        Episodes.open(yesterdays, Cause.FATIGUE),
                        Cause.FATIGUE,
                        day.fatigue().map(FatigueLatch::status),
                        today,
                        this::fatigue,
                        this::fatigueClears)
                .ifPresent(episodes::add);
        Episodes.next(
                        Episodes.open(yesterdays, Cause.ILLNESS),
                        Cause.ILLNESS,
                        day.illness().map(latch -> Status.ILLNESS),
                        today,
                        this::illness,
                        this::illnessClears)
                .ifPresent(episodes::add);
        Episodes.next(
                        Episodes.open(yesterdays, Cause.SAFETY),
                        Cause.SAFETY,
                        day.danger().map(latch -> Status.STOP),
                        today,
                        this::danger,
                        this::dangerClears)
                .ifPresent(episodes::add);
        return episodes;
    }

    private Account fatigue() {
        Status status = day.fatigue().map(FatigueLatch::status).orElse(Status.AMBER);
        return new Account(
                reasons.fatigue(day, day.date()),
                ForAthlete.fatigue(signals, status),
                Confidences.fatigue(signals, past.with(day), day.lowConfidence(), rules),
                explanations(),
                Grounds.fatigue(pastSignals, signals, rules),
                Agreement.of(past.with(day), day, signals, rules));
    }

    private Account illness() {
        return new Account(
                reasons.illness(),
                ForAthlete.illness(symptoms),
                Confidences.health(symptoms.ill()),
                explanations(),
                healthGrounds(),
                "");
    }

    private Account danger() {
        return new Account(
                reasons.danger(symptoms.stopTraining()),
                ForAthlete.danger(symptoms),
                Confidences.health(symptoms.stopTraining()),
                explanations(),
                healthGrounds(),
                "");
    }

    private List<String> explanations() {
        return Explanations.of(reasons.context().all(), pastSignals, signals.day(), past, rules);
    }

    private List<Ground> healthGrounds() {
        Set<LocalDate> jumped = new HashSet<>();
        for (AlertDay one : past.with(day).days()) {
            if (one.restingJump()) {
                jumped.add(one.date());
            }
        }
        return Grounds.health(pastSignals, signals, jumped);
    }

    private String fatigueClears() {
        Optional<FatigueLatch> standing = day.fatigue();
        Optional<FatigueLatch> latch =
                standing.or(() -> past.yesterday().flatMap(AlertDay::fatigue).map(yesterday -> yesterday.met(true)));
        return latch.map(one -> FatigueRule.clearing(past.with(day), signals, one, day.date(), rules))
                .map(clearing -> standing.isPresent() ? clearing.whatWouldClear() : clearing.whatCleared())
                .orElse("");
    }

    private String illnessClears() {
        Optional<Latch> cleared = past.yesterday().flatMap(AlertDay::illness).map(this::quiet);
        return day.illness()
                .map(latch -> HealthRule.fromIllness(latch, day.date(), rules).whatWouldClear())
                .or(() -> cleared.map(latch ->
                        HealthRule.fromIllness(latch, day.date(), rules).whatCleared()))
                .orElse("");
    }

    private String dangerClears() {
        Optional<Latch> cleared = past.yesterday().flatMap(AlertDay::danger).map(this::quiet);
        return day.danger()
                .map(latch -> HealthRule.fromDanger(latch, day.date(), rules).whatWouldClear())
                .or(() -> cleared.map(
                        latch -> HealthRule.fromDanger(latch, day.date(), rules).whatCleared()))
                .orElse("");
    }

    private Latch quiet(Latch latch) {
        return latch.quiet(symptoms.told());
    }
}
