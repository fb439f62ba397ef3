package freshlegs.warehouse;

import freshlegs.model.result.Episode;
import java.util.Optional;

/** An episode as the season now sees it, and the name it has if it was given one before. */
record StandingEpisode(Episode episode, Optional<String> id) {}
