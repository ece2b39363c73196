package gov.mt.opi.aim.intake.file;

import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Looks once through a file, line by line, for the rules about its content and for its counts. Used for one file. */
final class FileSurveyor {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Header NO_HEADER =
            new Header(false, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    private static final int DISTRICT_DIGITS_MAX = 9;

    private final FileLimits limits;
    private final Optional<String> districtNumber;
    private final TextCheck text = new TextCheck();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> info = new HashMap<>();

    private byte[] firstLine;
    private int lines;
    private int lastLine;
    private int blankLinesAtEnd;
    private int secondHeaderLine;
    private final int[] linesOfType = new int[RecordType.values().length];
    private int linesOfOther;
    private boolean bareCarriageReturn;
    private boolean ownDistrict;
    private String otherDistrict = "";

    FileSurveyor(FileLimits limits, Optional<String> districtNumber) {
        this.limits = limits;
        this.districtNumber = districtNumber;
    }

    /** Looks through the file on disk; what it says of a file that is no text at all is only that. */
    FileSurvey survey(Path file, long sizeBytes, boolean oversize) throws IOException {
        if (oversize) {
            return refused("FILE-010", String.format(Locale.ROOT, "%,d bytes", sizeBytes));
        }
        if (sizeBytes == 0) {
            return refused("FILE-009", "");
        }
        Optional<String> kind = kind(file);
        if (kind.isPresent()) {
            return refused("FILE-011", kind.get());
        }
        try (LineReader reader = new LineReader(Files.newInputStream(file), text)) {
            while (!text.hasNul() && reader.next()) {
                look(reader);
            }
            if (reader.hasByteOrderMark()) {
                info.put("FILE-013", 1);
            }
        }
        if (text.hasNul()) {
            return refused("FILE-011", "it holds NUL bytes");
        }
        if (firstLine == null || (firstLineIsBlank() && lines == 0)) {
            return refused("FILE-009", "");
        }
        return judged();
    }

    private void look(LineReader reader) {
        bareCarriageReturn |= reader.end() == LineEnd.CR;
        if (firstLine == null) {
            firstLine = reader.bytes();
            return;
        }
        if (reader.isBlank()) {
            blankLinesAtEnd++;
            return;
        }
        blankLinesAtEnd = 0;
        lines++;
        lastLine = reader.number();
        String type = value(reader.asciiField(0));
        if (type.equals("HD") && secondHeaderLine == 0) {
            secondHeaderLine = reader.number();
        }
        Optional<RecordType> known = RecordType.of(type);
        if (known.isPresent()) {
            linesOfType[known.get().ordinal()]++;
        } else {
            linesOfOther++;
        }
        if (!ownDistrict && districtNumber.isPresent()) {
            compareDistrict(value(reader.asciiField(1)));
        }
    }

    private FileSurvey judged() {
        Charset encoding = text.isUtf8() ? StandardCharsets.UTF_8 : WINDOWS_1252;
        Header header = Header.of(firstLineText(encoding));
        findings.addAll(header.findings());
        if (header.recognised()) {
            if (lines == 0) {
                add("FILE-014", null, "");
            }
            if (secondHeaderLine > 0) {
                add("HDR-003", secondHeaderLine, String.valueOf(secondHeaderLine));
            }
        }
        if (lines > limits.linesMax()) {
            add("FILE-010", null, String.format(Locale.ROOT, "%,d lines", lines));
        }
        if (districtNumber.isPresent() && !ownDistrict && !otherDistrict.isEmpty()) {
            add("FILE-022", null, otherDistrict);
        }
        if (!text.isUtf8()) {
            add("FILE-012", null, "");
        }
        if (bareCarriageReturn) {
            info.put("FILE-020", 1);
        }
        if (blankLinesAtEnd > 0) {
            info.put("FILE-021", 1);
        }
        return new FileSurvey(encoding, header, lines, lastLine, linesByType(), findings, info);
    }

    private Map<String, Integer> linesByType() {
        Map<String, Integer> byType = new HashMap<>();
        for (RecordType type : RecordType.values()) {
            byType.put(type.name(), linesOfType[type.ordinal()]);
        }
        byType.put(FileSurvey.OTHER, linesOfOther);
        return byType;
    }

    private FileSurvey refused(String ruleId, String value) {
        Finding finding =
                SpreadsheetDamage.explainKind(Finding.ofRecord(RuleCatalogue.get(ruleId), null, null, value), value);
        return new FileSurvey(StandardCharsets.UTF_8, NO_HEADER, 0, 0, Map.of(), List.of(finding), Map.of());
    }

    /** FILE-022 compares numbers, so that padding is left to the rules of records. */
    private void compareDistrict(String value) {
        if (value.isEmpty() || value.length() > DISTRICT_DIGITS_MAX) {
            return;
        }
        if (!value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return;
        }
        String number = String.valueOf(Integer.parseInt(value));
        if (number.equals(districtNumber.get())) {
            ownDistrict = true;
        } else if (otherDistrict.isEmpty()) {
            otherDistrict = number;
        }
    }

    /** A value as the rules of records will see it: padding and wrapping quotes removed. */
    private static String value(String field) {
        String value = field.trim();
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1).trim()
                : value;
    }

    private boolean firstLineIsBlank() {
        return firstLineText(StandardCharsets.ISO_8859_1).isBlank();
    }

    private String firstLineText(Charset encoding) {
        return new String(firstLine, encoding);
    }

    private static Optional<String> kind(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return FileKind.of(in.readNBytes(FileKind.HEAD_BYTES));
        }
    }

    private void add(String ruleId, Integer line, String value) {
        findings.add(Finding.ofRecord(RuleCatalogue.get(ruleId), line, line == null ? null : "HD", value));
    }
}
