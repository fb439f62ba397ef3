package freshlegs.app.service;

import freshlegs.coach.Uploads;
import freshlegs.ingest.http.Receipt;
import freshlegs.ingest.http.Refusal;
import freshlegs.ingest.http.UploadDesk;
import freshlegs.model.AthleteId;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;

/** Files that are dropped on an athlete's page go the way of all uploads. */
final class PageUploads implements Uploads {
    private final UploadDesk desk;

    PageUploads(UploadDesk desk) {
        this.desk = desk;
    }

    @Override
    public Answer take(AthleteId athlete, String fileName, long bytes, Supplier<InputStream> content) {
        try {
            desk.admit(athlete, bytes);
            return new Accepted(desk.take(athlete, fileName, content.get()));
        } catch (Refusal refusal) {
            return new Refused(refusal.status(), refusal.sentence(), refusal.retryAfter());
        }
    }

    @Override
    public Optional<State> state(AthleteId athlete, String id) {
        return desk.receipt(athlete, id).map(PageUploads::state);
    }

    private static State state(Receipt receipt) {
        return new State(receipt.state(), receipt.reason().or(receipt::note), receipt.isFinal());
    }
}
