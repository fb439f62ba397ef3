package freshlegs.streams.alert;

import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import freshlegs.model.fact.PlannedPhase;
import freshlegs.model.result.Domain.Name;
import freshlegs.model.result.Episode;
import freshlegs.model.result.StatusDay;
import freshlegs.model.result.TrendDay;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.signal.SignalDay;
import freshlegs.streams.signal.Signals;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How an athlete stands on one day, the episodes open or closed on it, and what later days must remember. */
public record Judgement(StatusDay status, List<Episode> episodes, AlertDay day) {

    /** Weighs the day's evidence; all pasts are oldest first and end yesterday. */
    public static Judgement of(
            AthleteId athlete,
            AlertHistory past,
            List<Episode> yesterdays,
            List<SignalDay> pastSignals,
            Signals signals,
            List<TrendDay> pastTrends,
            TrendDay trend,
            Symptoms symptoms,
            List<PlannedPhase> begin,
            Rules rules) {
        LocalDate today = signals.day().date();
        Phases phases = past.phases().next(begin, today);
        boolean jump = signals.restingJump().isFull() || (signals.restingJump().isPartial() && symptoms.any());
        Optional<Latch> danger = HealthRule.danger(past, symptoms, today, rules);
        Optional<Latch> illness = HealthRule.illness(past, symptoms, jump, today, rules);
        boolean unwell = danger.isPresent() || illness.isPresent();
        AlertDay day = alertDay(past, signals, unwell, jump, danger, illness, phases, today, rules);
        Context context = Context.of(trend, pastTrends, signals, symptoms, phases.said(today, rules), rules);
        List<String> missing = Missing.in(signals, pastSignals, rules);
        Reasons reasons = new Reasons(signals, context, missing, symptoms, jump, rules);
        Status status = status(day, signals, context);
        StatusDay statusDay = new StatusDay(
                athlete,
                today,
                status,
                why(status, day, reasons, symptoms, today),
                day.lowConfidence(),
                signals.domains(),
                context.all(),
                missing,
                Seen.signatures(past, day, signals, context, symptoms, rules),
                rules.version());
        List<Episode> episodes =
                new Accounts(past, day, pastSignals, signals, reasons, symptoms, rules).episodes(yesterdays, statusDay);
        return new Judgement(statusDay, episodes, day);
    }

    /** What later days must remember of today: the votes and where the latches stand after them. */
    static AlertDay alertDay(
            AlertHistory past,
            Signals signals,
            boolean unwell,
            boolean jump,
            Optional<Latch> danger,
            Optional<Latch> illness,
            Phases phases,
            LocalDate today,
            Rules rules) {
        Votes said = Votes.of(signals, rules);
        Votes all =
                phases.isMeantToTire(today, rules) ? said.whereTiredOnPurpose(signals.votes(Name.PERFORMANCE)) : said;
        Votes votes = unwell ? Votes.none() : all;
        boolean lowConfidence = FatigueRule.isLowConfidence(past, all, rules);
        Optional<FatigueLatch> standing = past.yesterday().flatMap(AlertDay::fatigue);
        Optional<LocalDate> restarted = standing.filter(latch -> latch.isLasting(today, rules))
                .map(FatigueLatch::since)
                .or(() -> past.yesterday().flatMap(AlertDay::baselineRestartedOn));
        AlertDay draft =
                new AlertDay(today, votes, lowConfidence, false, jump, standing, illness, danger, restarted, phases);
        AlertDay agreed = with(
                draft,
                !FatigueRule.agreeing(past.with(draft), lowConfidence, rules).isEmpty(),
                standing);
        return with(agreed, agreed.agreed(), FatigueRule.next(past.with(agreed), signals, unwell, today, rules));
    }

    private static AlertDay with(AlertDay day, boolean agreed, Optional<FatigueLatch> fatigue) {
        return new AlertDay(
                day.date(),
                day.votes(),
                day.lowConfidence(),
                agreed,
                day.restingJump(),
                fatigue,
                day.illness(),
                day.danger(),
                day.baselineRestartedOn(),
                day.phases());
    }

    private static Status status(AlertDay day, Signals signals, Context context) {
        if (day.danger().isPresent()) {
            return Status.STOP;
        }
        if (day.illness().isPresent()) {
            return Status.ILLNESS;
        }
        if (day.fatigue().isPresent()) {
            return day.fatigue().get().status();
        }
        if (!Observability.couldDetect(signals)) {
            return Status.UNKNOWN;
        }
        boolean flagged = signals.domains().stream().anyMatch(d -> d.votes() && d.name() != Name.DISSOCIATION);
        return flagged || !context.watch().isEmpty() ? Status.WATCH : Status.GREEN;
    }

    private static String why(Status status, AlertDay day, Reasons reasons, Symptoms symptoms, LocalDate today) {
        return switch (status) {
            case STOP -> reasons.danger(symptoms.stopTraining());
            case ILLNESS -> reasons.illness();
            case RED, AMBER -> reasons.fatigue(day, today);
            case WATCH -> reasons.watch();
            case GREEN -> reasons.calm();
            case UNKNOWN -> reasons.unknown();
        };
    }
}
