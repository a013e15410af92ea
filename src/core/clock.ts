/** `YYYY-MM-DD`: a day without a time, in no zone. */
export type LocalDate = string;
/** `YYYY-MM-DDTHH:MM`: a floating local time, the same on the wall wherever the person is. */
export type LocalDateTime = string;
/** What a due field holds: a date, or a date with a time where one was said. */
export type Due = LocalDate | LocalDateTime;

/** The person's clock, read once a run so that every call of the run sees the same moment. */
export type Clock = {
  /** The wall-clock time in `zone`. */
  now: LocalDateTime;
  /** IANA name, such as `Europe/London`. */
  zone: string;
  /** BCP 47 tag; it fixes day/month order and the week's first day. */
  locale: string;
};
