package freshlegs.app.cli;

import freshlegs.app.service.Rebuilding;

/** Says what a restore is at, and of the facts how many are read. */
final class RestoreProgress implements Rebuilding.Report {
    private final Shell shell;
    private Progress progress;

    RestoreProgress(Shell shell) {
        this.shell = shell;
        progress = new Progress(shell, "", 0);
    }

    @Override
    public void begins(String what) {
        progress.end();
        shell.say(what + " ...");
        progress = new Progress(shell, what, 0);
    }

    @Override
    public void at(long done, long all) {
        progress.at((int) Math.min(done, Integer.MAX_VALUE), (int) Math.min(all, Integer.MAX_VALUE));
    }

    void end() {
        progress.end();
    }
}
