package freshlegs.bench.micro;

import freshlegs.bench.facts.Histories;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Session;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.season.DayFacts;
import freshlegs.streams.season.Season;
import freshlegs.streams.season.SeasonDay;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One synthetic athlete's dense year: the facts of each day and what the season made of them. */
record FoldedYear(List<DayFacts> facts, List<SeasonDay> days) {
    private static final int DAYS = 365;

    static FoldedYear fold(long seed) {
        Histories one = Histories.years(seed, 1);
        List<DayFacts> facts =
                IntStream.range(0, DAYS).mapToObj(day -> day(one, day)).toList();
        List<SeasonDay> days = new ArrayList<>();
        for (DayFacts today : facts) {
            days.add(Season.next(before(days, days.size()), today, Rules.published()));
        }
        return new FoldedYear(facts, days);
    }

    /** The days that the fold of the {@code day}-th looks back on. */
    List<SeasonDay> before(int day) {
        return before(days, day);
    }

    private static List<SeasonDay> before(List<SeasonDay> days, int day) {
        return List.copyOf(days.subList(Math.max(0, day - Season.LOOK_BACK_DAYS), day));
    }

    private static DayFacts day(Histories one, int day) {
        List<Fact> facts = one.factsOf(0, day);
        return new DayFacts(
                Histories.athlete(0),
                Histories.lastDay().minusDays(DAYS - 1L - day),
                only(facts, Profile.class),
                only(facts, Session.class),
                only(facts, Reading.class),
                only(facts, CheckIn.class),
                true);
    }

    private static <F extends Fact> List<F> only(List<Fact> facts, Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
