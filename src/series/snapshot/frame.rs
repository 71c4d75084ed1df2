//! What surrounds the coded stream: enough to tell a file that is cut short from one that is damaged, from one that is
//! something else altogether.
//!
//! `YENL`, one byte of version, the length of the payload and its CRC-32, then the CRC-32 of all that; numbers are
//! little-endian. The header has its own checksum so that a damaged length is not taken for a short file.

use super::malformed;
use crate::error::{Error, ErrorKind};

const MAGIC: &[u8; 4] = b"YENL";
const VERSION: u8 = 1;
const HEADER: usize = 17;

/// The payload of a whole and undamaged file.
pub(super) fn open(bytes: &[u8]) -> Result<&[u8], Error> {
    let seen = bytes.len().min(MAGIC.len());
    if bytes[..seen] != MAGIC[..seen] {
        return Err(malformed("expected a YenLens data file, got something else"));
    }
    let Some((header, payload)) = bytes.split_at_checked(HEADER) else {
        return Err(truncated(bytes.len(), "its header"));
    };
    if header[4] != VERSION {
        return Err(malformed(&format!(
            "expected format {VERSION}, got {}; the script and its data files come from different releases",
            header[4]
        )));
    }
    let (length, sum) = (number(header, 5) as usize, number(header, 9));
    if crc32(&header[..13]) != number(header, 13) {
        return Err(malformed("the header is damaged"));
    }
    if payload.len() < length {
        return Err(truncated(bytes.len(), &format!("byte {}", HEADER + length)));
    }
    if payload.len() > length {
        return Err(malformed("there are bytes after the end"));
    }
    if crc32(payload) != sum {
        return Err(malformed("the contents are damaged (their checksum differs)"));
    }
    Ok(payload)
}

/// The file around a payload.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn close(payload: &[u8]) -> Result<Vec<u8>, Error> {
    let length = u32::try_from(payload.len()).map_err(|_| malformed("expected a payload under 4 GB"))?;
    let mut bytes = Vec::with_capacity(HEADER + payload.len());
    bytes.extend_from_slice(MAGIC);
    bytes.push(VERSION);
    bytes.extend_from_slice(&length.to_le_bytes());
    bytes.extend_from_slice(&crc32(payload).to_le_bytes());
    bytes.extend_from_slice(&crc32(&bytes).to_le_bytes());
    bytes.extend_from_slice(payload);
    Ok(bytes)
}

fn truncated(got: usize, missing: &str) -> Error {
    Error::new(ErrorKind::TruncatedData, format!("snapshot: the file ends after {got} bytes, before {missing}"))
}

fn number(header: &[u8], at: usize) -> u32 {
    header[at..at + 4].iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// CRC-32 as in ISO 3309 and PNG, bit by bit: a table would cost a kilobyte of wasm and save the reader nothing.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksum_has_the_published_check_value() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(b""), 0);
    }
}
