package gov.mt.opi.aim.cli.terminal;

import java.util.Locale;

/** Plain lines: the first and the last of each part at once, between them one every few seconds when there is news. */
final class LineProgress implements Progress {

    private final Terminal terminal;
    private final String name;
    private String spoken = "";
    private String part = "";
    private long spokenAt;

    LineProgress(Terminal terminal, String name) {
        this.terminal = terminal;
        this.name = name;
    }

    @Override
    public synchronized void sending(long sent, long total) {
        speak("sending", sent >= total, String.format(Locale.ROOT, "%,d of %,d bytes sent", sent, total));
    }

    @Override
    public synchronized void judging(long done, long total) {
        speak("judging", done >= total, String.format(Locale.ROOT, "%,d of %,d lines have their outcome", done, total));
    }

    @Override
    public void end() {
        // every line is complete by itself
    }

    private void speak(String thisPart, boolean last, String words) {
        long now = System.nanoTime();
        boolean first = !thisPart.equals(part);
        if (words.equals(spoken) || !first && !last && now - spokenAt < LINE_PAUSE_MILLIS * 1_000_000) {
            return;
        }
        terminal.note(name + ": " + words);
        part = thisPart;
        spoken = words;
        spokenAt = now;
    }
}
