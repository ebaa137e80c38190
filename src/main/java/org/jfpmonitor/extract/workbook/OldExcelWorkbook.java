package org.jfpmonitor.extract.workbook;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.RecalcIdRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jfpmonitor.extract.text.Records;
import org.jfpmonitor.extract.text.SourceFile;
import org.jfpmonitor.extract.text.Table.MergedCells;
import org.jfpmonitor.extract.text.Unreadable;
import org.jfpmonitor.extract.workbook.cell.CellFormat;
import org.jspecify.annotations.Nullable;

/**
 * An {@code .xls}, read record by record as Apache POI takes them off the file: what
 * cells share is held, the cells are not.
 */
final class OldExcelWorkbook implements Workbook {

	/** More than the largest publication, which has 1.1 MB. */
	private static final long MOST_BYTES = 100L << 20;

	private static final int MOST_TEXTS = 500_000;

	/** Number of the record of texts, and how far into it their number stands. */
	private static final int TEXTS_RECORD = SSTRecord.sid;

	private static final int BEFORE_NUMBER = 4;

	private final Path path;

	private final String name;

	private final List<Sheet> sheets = new ArrayList<>();

	private final List<CellFormat> formats = new ArrayList<>();

	private boolean from1904;

	private boolean calculated;

	private @Nullable SSTRecord texts;

	private OldExcelWorkbook(Path path, String name) {
		this.path = path;
		this.name = name;
	}

	static OldExcelWorkbook open(SourceFile source) {
		OldExcelWorkbook workbook = new OldExcelWorkbook(source.path(), source.name());
		workbook.readGlobals();
		return workbook;
	}

	@Override
	public List<Sheet> sheets() {
		return List.copyOf(this.sheets);
	}

	private void readGlobals() {
		try (POIFSFileSystem files = files()) {
			refuseWhatCannotBeHeld(files);
			Map<Integer, String> codes = new HashMap<>();
			List<Integer> styles = new ArrayList<>();
			try (InputStream in = files.createDocumentInputStream(stream(files))) {
				RecordFactoryInputStream records = new RecordFactoryInputStream(in, false);
				for (Record record = records.nextRecord(); record != null
						&& !(record instanceof EOFRecord); record = records.nextRecord()) {
					take(record, codes, styles);
				}
			}
			styles.forEach((id) -> this.formats.add(CellFormat.of(id, codes.get(id))));
		}
		catch (IOException | RuntimeException broken) {
			throw unreadable(broken);
		}
	}

	private void take(Record record, Map<Integer, String> codes, List<Integer> styles) {
		if (record instanceof BoundSheetRecord sheet) {
			int start = sheet.getPositionOfBof();
			this.sheets.add(new Sheet(sheet.getSheetname(), sheet.isHidden() || sheet.isVeryHidden(),
					(columns) -> records(start, columns), (lastLine) -> merged(start)));
		}
		else if (record instanceof SSTRecord shared) {
			this.texts = shared;
		}
		else if (record instanceof FormatRecord format) {
			codes.put(format.getIndexCode(), format.getFormatString());
		}
		else if (record instanceof ExtendedFormatRecord style) {
			styles.add((int) style.getFormatIndex());
		}
		else if (record instanceof DateWindow1904Record epoch) {
			this.from1904 = epoch.getWindowing() == 1;
		}
		else if (record instanceof RecalcIdRecord engine) {
			this.calculated = engine.getEngineId() != 0;
		}
	}

	/**
	 * POI makes an object of each text, so their number is looked at before; so are
	 * versions that it does not read.
	 */
	private void refuseWhatCannotBeHeld(POIFSFileSystem files) throws IOException {
		try (DataInputStream in = new DataInputStream(files.createDocumentInputStream(stream(files)))) {
			while (true) {
				int number = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
				int length = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
				if (number == BOFRecord.sid && length >= 2) {
					refuseOlder(Short.toUnsignedInt(Short.reverseBytes(in.readShort())));
					length -= 2;
				}
				if (number == FilePassRecord.sid) {
					throw needsPassword(this.name);
				}
				if (number == TEXTS_RECORD && length >= 2 * BEFORE_NUMBER) {
					in.skipNBytes(BEFORE_NUMBER);
					int texts = Integer.reverseBytes(in.readInt());
					if (texts < 0 || texts > MOST_TEXTS) {
						throw new Unreadable(String.format(Locale.UK,
								"Expected at most %,d different texts in a workbook, found more in %s. Save the sheet as"
										+ " CSV and send that.",
								MOST_TEXTS, this.name));
					}
					return;
				}
				in.skipNBytes(length);
			}
		}
		catch (EOFException noTexts) {
			// Only numbers in it.
		}
	}

	private void refuseOlder(int version) {
		if (version < BOFRecord.VERSION) {
			throw new Unreadable("Expected a workbook of Excel 97 or later, found an older one under the name "
					+ this.name + ". Open it in a spreadsheet program, save it as .xlsx and send that.");
		}
	}

	/** The name under which the records lie. */
	private static String stream(POIFSFileSystem files) {
		DirectoryNode root = files.getRoot();
		return Stream.of("Workbook", "WORKBOOK", "Book", "BOOK").filter(root::hasEntry).findFirst().orElseThrow();
	}

	private POIFSFileSystem files() throws IOException {
		if (Files.size(this.path) > MOST_BYTES) {
			throw new Unreadable(String.format(Locale.UK,
					"Expected a workbook (.xls) of at most %,d bytes, found more in %s. Save it as .xlsx and send that.",
					MOST_BYTES, this.name));
		}
		POIFSFileSystem files = new POIFSFileSystem(this.path.toFile(), true);
		DirectoryNode root = files.getRoot();
		Optional<Unreadable> refusal = root.hasEntry("EncryptedPackage") ? Optional.of(needsPassword(this.name))
				: Stream.of("Workbook", "WORKBOOK", "Book", "BOOK").noneMatch(root::hasEntry) ? Optional
					.of(new Unreadable("Expected a workbook, found another kind of document under the name " + this.name
							+ ". Send the workbook itself."))
						: Optional.empty();
		if (refusal.isPresent()) {
			files.close();
			throw refusal.get();
		}
		return files;
	}

	static Unreadable needsPassword(String name) {
		return new Unreadable("Expected a workbook without a password, found " + name
				+ ", which needs one. Open it, take the password off, save it and send that.");
	}

	private Records records(int start, int columns) {
		POIFSFileSystem files = null;
		try {
			files = files();
			InputStream in = files.createDocumentInputStream(stream(files));
			in.skipNBytes(start);
			return new OldExcelRecords(this, new RecordFactoryInputStream(in, false), files, columns);
		}
		catch (IOException | RuntimeException broken) {
			XmlStream.close(files);
			throw unreadable(broken);
		}
	}

	/** They stand behind the rows. */
	private List<MergedCells> merged(int start) {
		List<MergedCells> merged = new ArrayList<>();
		try (POIFSFileSystem files = files(); InputStream in = files.createDocumentInputStream(stream(files))) {
			in.skipNBytes(start);
			RecordFactoryInputStream records = new RecordFactoryInputStream(in, false);
			Record record = records.nextRecord();
			for (int depth = 0; record != null
					&& merged.size() < ExcelWorkbook.MOST_MERGED; record = records.nextRecord()) {
				depth += (record instanceof BOFRecord) ? 1 : (record instanceof EOFRecord) ? -1 : 0;
				if (depth == 0) {
					break;
				}
				if (record instanceof MergeCellsRecord cells) {
					for (int i = 0; i < cells.getNumAreas(); i++) {
						CellRangeAddress area = cells.getAreaAt(i);
						merged
							.add(new MergedCells(area.getFirstRow() + 1L, area.getFirstColumn(), area.getLastColumn()));
					}
				}
			}
		}
		catch (IOException | RuntimeException broken) {
			throw unreadable(broken);
		}
		return merged;
	}

	/** POI throws whatever a damaged file makes it meet. */
	Unreadable unreadable(Exception broken) {
		return XmlStream.unreadable(this.name, broken);
	}

	/** The text that cells share under the number. */
	String text(int number) {
		SSTRecord shared = this.texts;
		if (shared == null || number < 0 || number >= shared.getNumUniqueStrings()) {
			throw new IllegalStateException("No text " + number);
		}
		return shared.getString(number).getString();
	}

	/**
	 * Whether a program that calculates has saved it: each says which one it is, and
	 * those that only write do not.
	 */
	boolean isCalculated() {
		return this.calculated;
	}

	/** A number as its style shows it. */
	String number(int style, double value) {
		CellFormat format = (style >= 0 && style < this.formats.size()) ? this.formats.get(style) : CellFormat.PLAIN;
		return format.text(value, this.from1904);
	}

}
