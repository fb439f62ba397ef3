package freshlegs.app.world;

import freshlegs.app.labelled.LabelledDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When an athlete meets which confounder; which others there are makes no difference. */
final class Happenings {
    private final Map<Confounder, List<Spell>> spells = new EnumMap<>(Confounder.class);
    private final Seed athlete;

    Happenings(Seed athlete, Set<Confounder> confounders, int days) {
        this.athlete = athlete;
        for (Confounder one : confounders) {
            spells.put(one, Spell.draw(athlete.of(one).chance(), one.timesAYear(), one.days(), days));
        }
    }

    Circumstances on(int day) {
        return new Circumstances(
                meets(Confounder.ALCOHOL, day),
                meets(Confounder.HOT_WEEK, day),
                meets(Confounder.FLIGHT, day),
                meets(Confounder.ILLNESS, day),
                hasSymptoms(day),
                meets(Confounder.HARD_BLOCK, day),
                meets(Confounder.TAPER, day),
                meets(Confounder.WEEK_OFF, day));
    }

    List<LabelledDays> labels(LocalDate firstDay) {
        List<LabelledDays> labels = new ArrayList<>();
        spells.forEach((one, all) -> all.forEach(spell -> labels.add(
                new LabelledDays(firstDay.plusDays(spell.first()), firstDay.plusDays(spell.last()), one.cause()))));
        return labels;
    }

    private boolean meets(Confounder one, int day) {
        return of(one).stream().anyMatch(spell -> spell.holds(day));
    }

    private boolean hasSymptoms(int day) {
        return of(Confounder.ILLNESS).stream()
                .anyMatch(spell -> spell.holds(day)
                        && athlete.of(Purpose.SYMPTOMS)
                                .of(spell.first())
                                .chance()
                                .happens(Mixture.ILL_WITH_SYMPTOMS));
    }

    private List<Spell> of(Confounder one) {
        return spells.getOrDefault(one, List.of());
    }
}
