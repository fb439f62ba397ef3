package freshlegs.streams.review;

import freshlegs.model.Status;
import java.util.List;

/** How the athlete stood through the week: the worst status, and on how many days signs of fatigue did. */
record Standing(Status worst, int fatiguedDays) {

    static Standing of(Weeks weeks) {
        List<Status> statuses =
                weeks.current().stream().map(day -> day.status().status()).toList();
        Status worst = Status.UNKNOWN;
        int fatigued = 0;
        for (Status status : statuses) {
            worst = status.isWorseThan(worst) ? status : worst;
            fatigued += status == Status.AMBER || status == Status.RED ? 1 : 0;
        }
        return new Standing(worst, fatigued);
    }
}
