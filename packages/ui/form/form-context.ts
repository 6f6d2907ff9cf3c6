import type { FieldFault } from '@qantara/kernel';
import { createContext } from 'react';
import type { TypedValues } from './form-values.ts';

/** The form that a field stands in: what was typed before, and what was refused. */
export type FormState = { id: string; typed: TypedValues | null; faults: FieldFault[] };

export const FormContext = createContext<FormState>({ id: 'form', typed: null, faults: [] });
