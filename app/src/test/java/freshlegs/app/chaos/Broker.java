package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** The broker's process, which can be frozen and thawed. */
record Broker(ProcessHandle process) {
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start();
        assertThat(kill.waitFor()).isZero();
    }
}
