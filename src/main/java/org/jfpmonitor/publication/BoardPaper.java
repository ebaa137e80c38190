package org.jfpmonitor.publication;

import java.io.IOException;
import java.io.OutputStream;

/** The paper for the board's meeting: every objective with what was published of it. */
public interface BoardPaper {

	/**
	 * Writes it.
	 * @param viewpoint the day it speaks of, and the day whose knowledge it uses
	 * @param format what kind of document
	 * @param out where it is written; not closed
	 */
	void write(Viewpoint viewpoint, Format format, OutputStream out) throws IOException;

	/** A kind of document, by the end of its file name. */
	enum Format {

		/**
		 * To read and publish: tagged, with bookmarks and its fonts (PDF/UA, PDF/A-3a).
		 */
		PDF("application/pdf"),
		/** To go on writing in (Office Open XML). */
		DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
		/** A line for each thing that it says. */
		CSV("text/csv;charset=UTF-8"),
		/** For programs. */
		JSON("application/json");

		private final String mediaType;

		Format(String mediaType) {
			this.mediaType = mediaType;
		}

		/** Its name in HTTP. */
		public String mediaType() {
			return this.mediaType;
		}

	}

}
