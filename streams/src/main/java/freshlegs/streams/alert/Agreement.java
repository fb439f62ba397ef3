package freshlegs.streams.alert;

import static freshlegs.streams.rule.Threshold.FATIGUE_AGREE_OF;
import static freshlegs.streams.rule.Threshold.FATIGUE_APART;
import static freshlegs.streams.rule.Threshold.FATIGUE_KEY;
import static freshlegs.streams.rule.Threshold.FATIGUE_TOGETHER;
import static freshlegs.streams.rule.Threshold.FATIGUE_UNTOLD;

import freshlegs.streams.alert.CombinedEvidence.Direction;
import freshlegs.streams.alert.CombinedEvidence.Part;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.signal.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the evidence of a day adds up, in numbers that can be added up again by hand. */
record Agreement(List<Part> parts, Signals signals, Rules rules) {

    static String of(AlertHistory withToday, AlertDay day, Signals signals, Rules rules) {
        Agreement agreement = new Agreement(CombinedEvidence.parts(signals, rules), signals, rules);
        int days = rules.count(FATIGUE_AGREE_OF);
        return agreement.sum(day.lowConfidence()) + " It added up on " + withToday.count(days, AlertDay::raw)
                + " of the last " + days + " days. A second kind agrees from "
                + number(rules.of(FATIGUE_KEY)) + " of its limit on.";
    }

    private String sum(boolean untold) {
        Direction worse = CombinedEvidence.towards(parts, 1);
        Direction apart = CombinedEvidence.towards(parts, -1);
        double needed = rules.of(untold ? FATIGUE_UNTOLD : FATIGUE_TOGETHER);
        boolean calmer = !untold
                && worse.together() < needed
                && Keys.of(parts, signals, rules).agreeApart()
                && apart.together() >= rules.of(FATIGUE_APART);
        return calmer
                ? "All kinds together, the heart being calmer: " + added(apart, -1, rules.of(FATIGUE_APART))
                : "All kinds together: " + added(worse, 1, needed);
    }

    private String added(Direction direction, int heart, double needed) {
        List<String> terms = new ArrayList<>();
        for (Part part : parts) {
            double chart = (part.isHeart() ? heart : 1) * part.chart();
            terms.add(number(part.weight()) + " * " + String.format(Locale.ROOT, "%.3f", chart) + " ("
                    + part.name().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")");
        }
        return String.join(" + ", terms) + " = " + String.format(Locale.ROOT, "%.3f", direction.sum()) + ", over "
                + String.format(Locale.ROOT, "%.3f", direction.stray()) + " by which such a sum strays by itself, is "
                + Wording.twoDecimals(direction.together()) + " (needed: " + number(needed) + ").";
    }

    private static String number(double number) {
        return Double.toString(number).replaceAll("\\.0$", "");
    }
}
