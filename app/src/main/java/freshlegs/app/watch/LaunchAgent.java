package freshlegs.app.watch;

import freshlegs.app.watch.Installation.Call;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A property list for launchd that starts us whenever a volume is mounted, which mass-storage watches are. */
final class LaunchAgent {
    static final String NAME = "freshlegs.watch-sync.plist";

    private LaunchAgent() {}

    static String of(Call call, Path log) {
        List<String> words = new ArrayList<>(List.of(call.launcher().toString()));
        words.addAll(call.words());
        String arguments = words.stream()
                .map(word -> "    <string>" + Quoted.forXml(word) + "</string>\n")
                .collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                  <key>Label</key>
                  <string>freshlegs.watch-sync</string>
                  <key>ProgramArguments</key>
                  <array>
                %s  </array>
                  <key>StartOnMount</key>
                  <true/>
                  <key>StandardErrorPath</key>
                  <string>%s</string>
                </dict>
                </plist>
                """.formatted(arguments, Quoted.forXml(log.toString()));
    }
}
