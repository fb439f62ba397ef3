package freshlegs.app.world;

import java.util.ArrayList;
import java.util.List;

/** Days on end, from {@code first} to {@code last}, both included, counted from 0. */
record Spell(int first, int last) {
    /** Spells of one length that begin at random, about so often a year, and never overlap; the last may be cut short. */
    static List<Spell> draw(Chance chance, double timesAYear, int length, int days) {
        double aDay = timesAYear / Mixture.DAYS_A_YEAR;
        List<Spell> spells = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            if (chance.happens(aDay)) {
                spells.add(new Spell(day, Math.min(day + length, days) - 1));
                day += length - 1;
            }
        }
        return spells;
    }

    boolean holds(int day) {
        return day >= first && day <= last;
    }
}
