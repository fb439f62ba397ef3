package freshlegs.app.watch;

import java.nio.file.Path;
import java.util.List;

/** Files that make the system call us when a watch is plugged in, and the commands that switch them on and off. */
public record Installation(List<Written> files, List<String> enable, List<String> disable) {
    /** One file and where it goes; {@code needsRoot} where only the system's administrator may write. */
    public record Written(Path path, String content, boolean needsRoot) {}

    /** How the program is called when a watch is plugged in: the launcher and its words. */
    public record Call(Path launcher, List<String> words) {}

    /** Two template services and a udev rule; of the user's own systemd, or of the system's in the user's name. */
    public static Installation linux(Call call, String user, Path home, boolean ofUser) {
        Path units = ofUser ? home.resolve(".config/systemd/user") : Path.of("/etc/systemd/system");
        String control = ofUser ? "systemctl --user" : "sudo systemctl";
        SystemdUnits services = new SystemdUnits(call, user, ofUser);
        return new Installation(
                List.of(
                        new Written(units.resolve(SystemdUnits.STORAGE), services.storage(), !ofUser),
                        new Written(units.resolve(SystemdUnits.MTP), services.mtp(), !ofUser),
                        new Written(UdevRule.PATH, UdevRule.of(user, ofUser), true)),
                List.of(control + " daemon-reload", "sudo udevadm control --reload"),
                List.of(control + " daemon-reload", "sudo udevadm control --reload"));
    }

    /** An agent that is started whenever a volume is mounted. */
    public static Installation mac(Call call, Path home, Path log) {
        Path agent = home.resolve("Library/LaunchAgents").resolve(LaunchAgent.NAME);
        return new Installation(
                List.of(new Written(agent, LaunchAgent.of(call, log), false)),
                List.of("launchctl load " + Quoted.forShell(agent.toString())),
                List.of("launchctl unload " + Quoted.forShell(agent.toString())));
    }
}
