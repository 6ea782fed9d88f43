// A sentence in which backticks mark code. Names come from any source file, so they are text and
// nothing else, and each stands in its own direction.

export function Prose({ text }: { readonly text: string }) {
  return <>{text.split('`').map((part, index) => (index % 2 === 0 ? part : <Code key={index} text={part} />))}</>;
}

export function Code({ text }: { readonly text: string }) {
  return (
    <code>
      <bdi>{text}</bdi>
    </code>
  );
}
