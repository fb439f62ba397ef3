package freshlegs.app.cli;

import freshlegs.app.rebuild.RebuildBeside;
import freshlegs.app.service.Rebuilding;

/** Says what a rebuild is at, and how far. */
final class RebuildProgress implements Rebuilding.Report, RebuildBeside.Report {
    private final Shell shell;
    private Progress progress;

    RebuildProgress(Shell shell) {
        this.shell = shell;
        this.progress = new Progress(shell, "", 0);
    }

    @Override
    public void begins(String what) {
        progress.end();
        shell.say(what + " ...");
        progress = new Progress(shell, what, 0);
    }

    @Override
    public void at(long done, long all) {
        at((int) Math.min(done, Integer.MAX_VALUE), (int) Math.min(all, Integer.MAX_VALUE));
    }

    @Override
    public void at(int done, int all) {
        progress.at(done, all);
    }

    void end() {
        progress.end();
        progress = new Progress(shell, "", 0);
    }
}
