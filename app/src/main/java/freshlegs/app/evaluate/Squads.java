package freshlegs.app.evaluate;

import freshlegs.app.labelled.Cause;
import freshlegs.app.world.Confounder;
import freshlegs.app.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The squads of the benchmark: sound ones with all that may look like overreaching, the same ones with illness alone, and one squad
 * for each effect.
 */
public final class Squads {
    static final String SOUND = "sound";
    static final String UNDISTURBED = "undisturbed";

    /** A year of sound days behind the warm-up. */
    static final int SOUND_DAYS = Truth.WARM_UP_DAYS + 365;

    private static final List<Cause> EFFECTS = List.of(Cause.SEVERE, Cause.MODERATE, Cause.PARADOXICAL);

    private Squads() {}

    public static List<Squad> of(long seed, int soundAthletes, int athletesPerEffect) {
        World world = World.of(seed);
        List<Squad> squads = new ArrayList<>();
        squads.add(sound(SOUND, true, world, soundAthletes));
        squads.add(sound(UNDISTURBED, false, world.with(Set.of(Confounder.ILLNESS)), soundAthletes));
        for (Cause cause : EFFECTS) {
            squads.add(new Squad(
                    Figures.word(cause),
                    athletesPerEffect,
                    false,
                    world.overreached(cause, athletesPerEffect).map(Subject::of)));
        }
        return squads;
    }

    private static Squad sound(String name, boolean counted, World world, int athletes) {
        return new Squad(
                name,
                athletes,
                counted,
                IntStream.rangeClosed(1, athletes)
                        .mapToObj(number -> new Subject(
                                world.soundAthlete(number, SOUND_DAYS),
                                Optional.of(world.persistence(Cause.NONE, number)))));
    }
}
