package freshlegs.app.cli;

import freshlegs.app.watch.WatchSync;
import java.util.Optional;

/** How far the copying of one watch's new files is; silent when there are none. */
final class WatchProgress implements WatchSync.Progress {
    private final Shell shell;
    private final String model;
    private Optional<Progress> shown = Optional.empty();

    WatchProgress(Shell shell, String model) {
        this.shell = shell;
        this.model = model;
    }

    @Override
    public void at(int done, int all) {
        Progress progress = shown.orElseGet(() -> new Progress(shell, model, all));
        shown = Optional.of(progress);
        progress.at(done);
    }

    void end() {
        shown.ifPresent(Progress::end);
    }
}
