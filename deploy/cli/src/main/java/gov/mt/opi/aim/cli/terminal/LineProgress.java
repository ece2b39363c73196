package gov.mt.opi.aim.cli.terminal;

import java.util.Locale;

/** Plain lines: the first of each part at once, then one every few seconds when there is news. */
final class LineProgress implements Progress {

    private final Terminal terminal;
    private final String name;
    private String last = "";
    private String part = "";
    private long spoken;

    LineProgress(Terminal terminal, String name) {
        this.terminal = terminal;
        this.name = name;
    }

    @Override
    public synchronized void sending(long sent, long total) {
        speak("sending", String.format(Locale.ROOT, "%,d of %,d bytes sent", sent, total));
    }

    @Override
    public synchronized void judging(long done, long total) {
        speak("judging", String.format(Locale.ROOT, "%,d of %,d lines have their outcome", done, total));
    }

    @Override
    public void end() {
        // every line is complete by itself
    }

    private void speak(String thisPart, String words) {
        long now = System.nanoTime();
        boolean first = !thisPart.equals(part);
        if (words.equals(last) || !first && now - spoken < LINE_PAUSE_MILLIS * 1_000_000) {
            return;
        }
        terminal.note(name + ": " + words);
        part = thisPart;
        last = words;
        spoken = now;
    }
}
